package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.boardbench.plan.model.LauncherChoice;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.store.TargetRecord;
import org.junit.jupiter.api.Test;

class CompanionVersionsTest {
  @Test
  void saysWhichServersLeanOnAnotherRedis() {
    assertThat(
            CompanionVersions.differences(
                List.of(
                    target("a@process", "process", "7.0.15"),
                    target("a@docker", "docker", "7.2.4"))))
        .containsExactly(
            "Not one version of redis in this run: 7.0.15 (a@process, process), 7.2.4 (a@docker,"
                + " docker)");
  }

  @Test
  void isSilentWhereAllAreTheSame() {
    assertThat(
            CompanionVersions.differences(
                List.of(
                    target("a@process", "process", "7.0.15"),
                    target("a@docker", "docker", "7.0.15"),
                    TargetRecord.external(Variant.of("b", Map.of())))))
        .isEmpty();
  }

  private static TargetRecord target(String name, String launcher, String redis) {
    return new TargetRecord(
        new Variant(name, "a", LauncherChoice.PROCESS, Map.of(), LimitsSpec.NONE, 1),
        launcher,
        Map.of("redis", redis),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of("redis", Map.of("redis", redis)));
  }
}
