package org.boardbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.boardbench.plan.model.TrustSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored of a run that measures somebody else's server. */
class ExternalRunTest {
  @TempDir private Path results;

  @Test
  void theSecretsOfAnExternalServersAddressAndHeadersAreNotStored() throws Exception {
    try (ResultStore store =
        ResultStore.create(results, Optional.empty(), Samples.externalPlan(), Samples.origin())) {
      assertThat(Files.readString(store.folder().resolve("run.json")))
          .contains("ws://***@host:9000/ws?token=***", "Authorization")
          .doesNotContain("secret");
      assertThatThrownBy(() -> ResultStore.experimentOf(store.folder()))
          .hasMessage("--resume: the run measured --url; give its options again");
    }
  }

  @Test
  void whomARunTrustsIsStoredOnlyWhenSomebodySaidSoAndNeverWithAFolder() throws Exception {
    assertThat(external("plain", new TrustSpec.AsTheJvm())).doesNotContain("cacert", "insecure");
    assertThat(external("own", new TrustSpec.Certificates("ca.pem", List.of())))
        .contains("\"cacert\" : \"ca.pem\"")
        .doesNotContain("insecure");
    assertThat(external("unchecked", new TrustSpec.Unchecked()))
        .contains("\"insecure\" : true")
        .doesNotContain("cacert");
  }

  @Test
  void aRunThatCheckedNoCertificatesIsNotGoneOnWithByOneThatDoes() throws Exception {
    external("unchecked", new TrustSpec.Unchecked());
    Path folder = results.resolve("unchecked");

    assertThatThrownBy(() -> ResultStore.resume(folder, Samples.externalPlan(), Samples.origin()))
        .hasMessage("external.insecure: the run to resume has true, this plan has absent");
    try (ResultStore resumed =
        ResultStore.resume(
            folder, Samples.externalPlan(new TrustSpec.Unchecked()), Samples.origin())) {
      assertThat(resumed.folder()).isEqualTo(folder);
    }
  }

  @Test
  void aRunThatHasStoredItsAddressInFullCanBeResumed() throws Exception {
    Path folder;
    try (ResultStore store =
        ResultStore.create(results, Optional.empty(), Samples.externalPlan(), Samples.origin())) {
      folder = store.folder();
    }
    Path json = folder.resolve("run.json");
    Files.writeString(
        json, Files.readString(json).replace("***@host:9000/ws?token=***", "host:9000/ws?token=x"));
    Files.writeString(json, Files.readString(json).replace("ws://host", "ws://me:pw@host"));

    try (ResultStore resumed =
        ResultStore.resume(folder, Samples.externalPlan(), Samples.origin())) {
      assertThat(resumed.folder()).isEqualTo(folder);
      assertThat(Files.readString(json)).doesNotContain("token=x").contains("token=***");
    }
  }

  /** The description of a new run in that folder. */
  private String external(String name, TrustSpec trust) throws Exception {
    try (ResultStore store =
        ResultStore.create(
            results,
            Optional.of(results.resolve(name)),
            Samples.externalPlan(trust),
            Samples.origin())) {
      return Files.readString(store.folder().resolve("run.json"));
    }
  }
}
