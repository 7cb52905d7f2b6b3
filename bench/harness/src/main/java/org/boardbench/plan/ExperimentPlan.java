package org.boardbench.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.scenario.Scenario;

/**
 * An experiment with every default filled in and every bound checked: targets × stages ×
 * repetitions, one seed.
 *
 * @param external present when the one target is a server that someone else started; {@code
 *     targets} then has one entry which names it in the results
 * @param launch means nothing where {@code external} is present
 * @param warmUp a stage before the first one, thrown away; absent when a trial starts cold
 */
public record ExperimentPlan(
    String name,
    String description,
    long seed,
    int repetitions,
    List<TargetSpec> targets,
    Optional<ExternalSpec> external,
    WorkloadSpec workload,
    Optional<StageSpec> warmUp,
    List<StageSpec> stages,
    DeadlineSpec deadlines,
    ReconnectSpec reconnect,
    DriverSpec driver,
    CpuSpec cpus,
    LaunchSpec launch,
    ValiditySpec validity) {
  public ExperimentPlan {
    targets = List.copyOf(targets);
    stages = List.copyOf(stages);
  }

  /** The largest number of users that any stage asks for, the warm-up included. */
  public int maxUsers() {
    return allStages().mapToInt(StageSpec::users).max().orElseThrow();
  }

  private Stream<StageSpec> allStages() {
    return Stream.concat(warmUp.stream(), stages.stream());
  }

  /** The scenarios of all stages, the warm-up included. */
  private Stream<Scenario> scenarios() {
    return allStages().map(stage -> stage.scenario(workload));
  }

  /** The size of the smallest message of any stage in bytes of UTF-8. */
  public int smallestMessageBytes() {
    return scenarios().mapToInt(Scenario::smallestBytes).min().orElseThrow();
  }

  /** The size of the largest one. */
  public int largestMessageBytes() {
    return scenarios().mapToInt(Scenario::largestBytes).max().orElseThrow();
  }

  /** The numbers of the classes of any stage's messages are below. */
  public int messageClasses() {
    return scenarios().mapToInt(Scenario::messageClasses).max().orElseThrow();
  }

  /** How a target of this plan is brought up: as it says itself, else as all are. */
  public LauncherChoice launcher(TargetSpec target) {
    return target.launcher().orElse(launch.launcher());
  }
}
