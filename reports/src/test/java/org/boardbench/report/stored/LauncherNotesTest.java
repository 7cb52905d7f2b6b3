package org.boardbench.report.stored;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LauncherNotesTest {
  @Test
  void saysWhatRanInContainersOnWhichBasesAndWithinWhatLimits() {
    assertThat(
            LauncherNotes.of(
                json(
                    """
                    { "plan": { "limits": { "cpus": 1.5, "memory": "1g" } },
                      "targets": {
                        "b": { "launcher": "process" },
                        "a@docker": { "launcher": "docker", "images": [
                          { "local_base": "local: Debian" }, { "local_base": null } ] } } }
                    """)))
        .containsExactly(
            "In Docker containers on the host's network: a@docker.",
            "Base images were made on the machine, and are not the official ones: local: Debian.",
            "Limits of each server and companion: 1.5 cores of CPU time, 1g of memory.");
  }

  @Test
  void saysHowUsersGotToPods() {
    assertThat(
            LauncherNotes.of(
                json(
                    """
                    { "targets": {
                        "b": { "launcher": "kubernetes", "reached_by": "pod address" },
                        "a": { "launcher": "kubernetes", "reached_by": "pod address" } } }
                    """)))
        .containsExactly("In pods of a Kubernetes cluster, reached by pod address: a, b.");
  }

  @Test
  void namesWhatTheMachineCouldNotStart() {
    assertThat(LauncherNotes.of(json("{ \"skipped\": { \"b\": \"go: is missing\" } }")))
        .containsExactly("Not in this run is b: go: is missing.");
  }

  @Test
  void hasNothingToSayOfProcessesWithoutLimits() {
    assertThat(
            LauncherNotes.of(
                json(
                    "{ \"plan\": { \"limits\": {} }, \"targets\": { \"b\": { \"launcher\": \"process\" } } }")))
        .isEmpty();
    assertThat(LauncherNotes.of(json("{}"))).as("an older run").isEmpty();
  }

  @Test
  void saysWhichVariantsHaveLimitsOfTheirOwn() {
    assertThat(
            LauncherNotes.of(
                json(
                    """
                    { "plan": { "limits": { "memory": "1g" } },
                      "targets": {
                        "a": { "launcher": "process", "limits": { "memory": "1g" } },
                        "b": { "launcher": "process", "limits": { "memory": "2g" } } } }
                    """)))
        .containsExactly(
            "Limits of each server and companion: 1g of memory.",
            "Limits of b, of its own: 2g of memory.");
  }

  @Test
  void saysWhichServersLeanOnAnotherRedis() {
    assertThat(
            LauncherNotes.of(
                json(
                    """
                    { "targets": {
                        "a@process": { "launcher": "process", "companions": { "redis": { "redis": "7.0.15" } } },
                        "b@process": { "launcher": "process", "companions": { "redis": { "redis": "7.0.15" } } },
                        "a@docker": { "launcher": "docker", "companions": { "redis": { "redis": "7.2.4" } } } } }
                    """)))
        .containsExactly(
            "In Docker containers on the host's network: a@docker.",
            "Not one version of redis in this run: 7.0.15 (a@process, process; b@process, process),"
                + " 7.2.4 (a@docker, docker).");
  }

  private static JsonNode json(String text) {
    return JsonMapper.builder().build().readTree(text);
  }
}
