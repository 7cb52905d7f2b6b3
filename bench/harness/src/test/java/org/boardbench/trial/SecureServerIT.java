package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.driver.ws.ServerKey;
import org.boardbench.driver.ws.TlsFront;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.boardbench.trial.events.Heard;
import org.boardbench.trial.events.RunEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs at a {@code wss://} server whose certificate nobody vouches for. */
@Timeout(600)
class SecureServerIT {
  @TempDir private static Path keys;
  private static ServerKey key;

  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  @BeforeAll
  static void makeCertificate() throws Exception {
    key = ServerKey.selfSigned(keys, "ip:127.0.0.1");
  }

  @Test
  void aRunThatChecksNoCertificateSaysSoAndHasItsRows() throws Exception {
    assertThat(run(new TrustOptions(Optional.empty(), true))).isEqualTo(Sweep.Outcome.ALL_OK);

    assertThat(stages()).hasSize(1);
    assertThat(notes)
        .contains(
            "Note: certificates are not checked (--insecure): whoever answers at the address is"
                + " measured");
  }

  @Test
  void aRunWithTheServersCertificateHasItsRowsAndNothingToSay() throws Exception {
    assertThat(run(new TrustOptions(Optional.of(key.issuer()), false)))
        .isEqualTo(Sweep.Outcome.ALL_OK);

    assertThat(stages()).hasSize(1);
    assertThat(notes).noneMatch(note -> note.contains("certificate"));
    assertThat(Files.readString(folder.resolve("out/run.json")))
        .contains("\"cacert\" : \"" + key.issuer().getFileName() + "\"")
        .doesNotContain(keys.toString());
  }

  @Test
  void aRunWithNeitherFailsWithTheRemedyInItsRow() throws Exception {
    assertThat(run(TrustOptions.NONE)).isEqualTo(Sweep.Outcome.SOME_FAILED);

    assertThat(ProjectSpecimen.rows(folder.resolve("out/trials.csv")))
        .singleElement()
        .satisfies(trial ->
            assertThat(trial.get("reason"))
                .contains("tls: certificate not trusted (")
                .endsWith("): --cacert FILE or --insecure"));
  }

  private List<CSVRecord> stages() throws Exception {
    return ProjectSpecimen.rows(folder.resolve("out/stages.csv"));
  }

  private Sweep.Outcome run(TrustOptions trust) throws Exception {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        TlsFront front = new TlsFront(key.tls(), server.port())) {
      ExperimentPlan plan =
          new PlanReader(Set.of())
              .readExternal(
                  new ExternalOptions(front.uri().toString(), Optional.empty(), List.of(), trust),
                  new PlanOverrides(
                      Map.of(
                          "--users", "4",
                          "--ramp", "200ms",
                          "--hold", "1s"),
                      List.of()));
      Heard<RunEvent> heard = new Heard<>();
      Sweep.Outcome outcome =
          ProjectSpecimen.coldSweep(plan, folder, heard.bus())
              .run(folder, Optional.of(folder.resolve("out")));
      heard.all(RunEvent.Noted.class).forEach(note -> notes.add(note.sentence()));
      return outcome;
    }
  }
}
