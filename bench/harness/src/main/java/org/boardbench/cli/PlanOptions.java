package org.boardbench.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.boardbench.plan.PlanOption;
import org.boardbench.plan.PlanOverrides;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The options that replace values of an experiment file. All are text: {@code plan} checks them
 * together with the file, so that every problem is told at once.
 */
final class PlanOptions {
  private final Map<PlanOption, String> values = new EnumMap<>(PlanOption.class);

  @Mixin private PlacementOptions placement;
  @Mixin private LaunchOptions launch;

  @Option(
      names = "--set",
      paramLabel = "TARGET.PARAMETER=VALUE",
      description = "A parameter of a target, in the place of its default; may be repeated.")
  private List<String> parameters = List.of();

  @Option(
      names = "--users",
      paramLabel = "N[,N...]",
      description = "Users of each stage; ramp and hold come from the file's stages in order.")
  void users(String text) {
    values.put(PlanOption.USERS, text);
  }

  @Option(names = "--hold", paramLabel = "TIME", description = "Hold of every stage, e.g. 60s.")
  void hold(String text) {
    values.put(PlanOption.HOLD, text);
  }

  @Option(names = "--ramp", paramLabel = "TIME", description = "Ramp of every stage, e.g. 5s.")
  void ramp(String text) {
    values.put(PlanOption.RAMP, text);
  }

  @Option(
      names = "--targets",
      paramLabel = "NAME[,NAME...]",
      description = {
        "The servers to measure: names of folders in targets/. With @process or @docker",
        "behind it, a server is brought up in its own way, beside itself in the other."
      })
  void targets(String text) {
    values.put(PlanOption.TARGETS, text);
  }

  @Option(
      names = {"--repetitions", "--reps"},
      paramLabel = "N",
      description = "How often each target runs, in fresh processes.")
  void repetitions(String text) {
    values.put(PlanOption.REPETITIONS, text);
  }

  @Option(names = "--rate", paramLabel = "N", description = "Messages that a user sends a second.")
  void rate(String text) {
    values.put(PlanOption.RATE, text);
  }

  @Option(names = "--boards", paramLabel = "N", description = "Boards that the users share.")
  void boards(String text) {
    values.put(PlanOption.BOARDS, text);
  }

  @Option(names = "--payload", paramLabel = "BYTES", description = "Size of one message.")
  void payload(String text) {
    values.put(PlanOption.PAYLOAD, text);
  }

  @Option(names = "--seed", paramLabel = "N", description = "Decides the order of the trials.")
  void seed(String text) {
    values.put(PlanOption.SEED, text);
  }

  @Option(
      names = "--drain",
      paramLabel = "TIME",
      description = "How long to wait for late messages before they count as lost.")
  void drain(String text) {
    values.put(PlanOption.DRAIN, text);
  }

  @Option(
      names = "--reconnect",
      paramLabel = "POLICY",
      description = {
        "When users who drop or cannot join try again: never (in the same stage), backoff",
        "(default), or its parts: first=0ms,backoff=1s..30s,jitter=50."
      })
  void reconnect(String text) {
    values.put(PlanOption.RECONNECT, text);
  }

  PlanOverrides overrides() {
    Map<PlanOption, String> all = new EnumMap<>(values);
    all.putAll(placement.values());
    all.putAll(launch.values());
    return new PlanOverrides(all, parameters);
  }
}
