package org.boardbench.driver.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.boardbench.driver.DriverScene.RAW;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.account.result.StageResult;
import org.boardbench.core.Endpoint;
import org.boardbench.core.RunClock;
import org.boardbench.driver.LoadDriver;
import org.boardbench.driver.check.WireCheck;
import org.boardbench.driver.check.WireCheck.WireViolation;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.stage.DriverListener;
import org.boardbench.input.InputException;
import org.boardbench.plan.ExternalOptions;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.TrustOptions;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whom {@code --cacert} and {@code --insecure} have the driver trust. */
@Timeout(600)
class CertificateTrustIT {
  private static final String UNKNOWN =
      "tls: certificate not trusted (unable to find valid certification path to requested target):"
          + " --cacert FILE or --insecure";
  private static final TrustOptions INSECURE = new TrustOptions(Optional.empty(), true);

  @TempDir private static Path folder;
  private static ServerKey here;
  private static ServerKey elsewhere;
  private static ServerKey signed;

  private final ReferenceServer server = ReferenceServer.start(FaultScript.none());

  @BeforeAll
  static void makeCertificates() throws Exception {
    here = ServerKey.selfSigned(folder, "ip:127.0.0.1");
    elsewhere = ServerKey.selfSigned(folder, "dns:elsewhere.example");
    signed = ServerKey.ofAnAuthority(folder, "ip:127.0.0.1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void whoIsNotVouchedForIsRefusedWithTheRemedy() throws Exception {
    assertThat(refusal(here, TrustOptions.NONE)).endsWith(UNKNOWN);
    assertThat(refusal(signed, TrustOptions.NONE)).endsWith(UNKNOWN);
    assertThat(refusal(here, trusting(signed.issuer()))).endsWith(UNKNOWN);
    assertThat(refusal(here, trusting(elsewhere.issuer())))
        .as("which has the same name and another key")
        .contains("tls: certificate not trusted (")
        .endsWith("): --cacert FILE or --insecure");
  }

  @Test
  void aCertificateThatIsGivenVouchesForItselfAndAnAuthorityForItsServers() {
    assertThatCode(() -> check(here, trusting(here.issuer()))).doesNotThrowAnyException();
    assertThatCode(() -> check(signed, trusting(signed.issuer()))).doesNotThrowAnyException();
  }

  @Test
  void eachCertificateOfAFileIsTrusted() throws Exception {
    Path both = folder.resolve("both.pem");
    Files.writeString(both, Files.readString(elsewhere.issuer()) + Files.readString(here.issuer()));

    assertThatCode(() -> check(here, trusting(both))).doesNotThrowAnyException();
  }

  @Test
  void aTrustedCertificateThatNamesAnotherHostIsRefused() throws Exception {
    assertThat(refusal(elsewhere, trusting(elsewhere.issuer())))
        .contains("tls: certificate not trusted (", "127.0.0.1")
        .endsWith("): --insecure");
  }

  @Test
  void insecureTakesAnyCertificateWhateverHostItNames() {
    assertThatCode(() -> check(here, INSECURE)).doesNotThrowAnyException();
    assertThatCode(() -> check(elsewhere, INSECURE)).doesNotThrowAnyException();
  }

  @Test
  void theUsersOfAStageTrustAsTheWireCheckDoes() throws Exception {
    StageResult trusted = measure(trusting(here.issuer()));
    StageResult unchecked = measure(INSECURE);
    StageResult refused = measure(TrustOptions.NONE);

    assertThat(trusted.joined()).isEqualTo(4);
    assertThat(trusted.hold().lost()).isZero();
    assertThat(unchecked.joined()).isEqualTo(4);
    assertThat(refused.joined()).isZero();
    assertThat(refused.connectFailures().keySet()).containsExactly(UNKNOWN);
  }

  private static TrustOptions trusting(Path file) {
    return new TrustOptions(Optional.of(file), false);
  }

  private String refusal(ServerKey key, TrustOptions trust) {
    return catchThrowableOfType(WireViolation.class, () -> check(key, trust)).getMessage();
  }

  private void check(ServerKey key, TrustOptions trust) throws Exception {
    try (TlsFront front = new TlsFront(key.tls(), server.port())) {
      ExperimentPlan plan = plan(front.uri(), trust);
      WireCheck.verify(plan, new Endpoint(front.uri(), Map.of()), RAW, Duration.ofSeconds(30));
    }
  }

  private StageResult measure(TrustOptions trust) throws Exception {
    try (TlsFront front = new TlsFront(here.tls(), server.port())) {
      ExperimentPlan plan = plan(front.uri(), trust);
      try (LoadDriver driver =
          LoadDriver.start(
              plan,
              new Endpoint(front.uri(), Map.of()),
              RAW,
              SocketLoops.best(),
              RunClock.startingNow(),
              new DriverListener() {})) {
        return driver.run(1, plan.stages().getFirst());
      }
    }
  }

  private static ExperimentPlan plan(URI uri, TrustOptions trust) throws InputException {
    return new PlanReader(Set.of())
        .readExternal(
            new ExternalOptions(uri.toString(), Optional.empty(), List.of(), trust),
            new PlanOverrides(
                Map.of(
                    "--users", "4",
                    "--ramp", "0s",
                    "--reconnect", "never",
                    "--hold", "1s"),
                List.of()));
  }
}
