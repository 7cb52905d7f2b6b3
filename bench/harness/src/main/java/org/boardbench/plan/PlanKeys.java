package org.boardbench.plan;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.input.WordList;
import org.boardbench.plan.model.CapacitySpec;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.FaultSpec;
import org.boardbench.plan.model.LaunchSpec;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.ObjectiveSpec;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.SutSpec;
import org.boardbench.plan.model.TemplateSpec;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.scenario.ScenarioReader;

/** Every key of a plan; those of a map are declared in the record that has its values. */
public final class PlanKeys {
  public static final PlanKey<String> TARGETS =
      PlanKey.shaped(
              "targets",
              "a list of folders in targets/ and of maps with the keys of targets[]",
              "The variants to measure, in the order in which reports show them; as an option a list"
                  + " of their names and of folders. With @process, @docker or @kubernetes behind it, one is brought"
                  + " up in that way, beside itself in the other.")
          .usuallyAs("all there are")
          .option("NAME[,NAME...]", "--targets");

  public static final PlanKey<String> PARAMETERS =
      PlanKey.shaped(
              "parameters",
              "target: { parameter: value }",
              "Parameters of targets, in the place of those in their target.yaml; the option may be"
                  + " repeated.")
          .usuallyAs("those of each target.yaml")
          .option("TARGET.PARAMETER=VALUE", "--set");

  static final PlanKey<String> SCENARIO =
      PlanKey.shaped(
              ScenarioReader.KEY,
              WordList.or(ScenarioReader.words()) + ", or a map of behaviours with weights",
              "What users do; as an option of every stage, and written as behind the key in a file.")
          .usuallyAs("steady")
          .option("SCENARIO", "--scenario");

  static final PlanKey<String> STAGES =
      PlanKey.shaped("stages", "a list of maps, at least one", "The loads of a trial, in order.");

  static final PlanKey<String> CAPACITY =
      PlanKey.shaped(
              "capacity",
              "a map of objectives and of how to search",
              "In the place of stages: the loads are those that lead to the most users at which each"
                  + " variant keeps its objectives.")
          .usuallyAs("none");

  static final PlanKey<String> WARM_UP =
      PlanKey.shaped(
              "warm-up",
              "a map with the keys of a stage",
              "A stage before the first, whose figures are thrown away.")
          .usuallyAs("none");

  /** In the order in which they are explained. */
  public static final List<PlanKey<?>> ALL =
      Stream.of(
              ExperimentPlan.KEYS.keys(),
              List.of(TARGETS),
              Variant.KEYS.keys(),
              TemplateSpec.KEYS.keys(),
              TemplateSpec.ALIVE_KEYS.keys(),
              List.of(PARAMETERS),
              LaunchSpec.KEYS.keys(),
              LimitsSpec.KEYS.keys(),
              SutSpec.KEYS.keys(),
              WorkloadSpec.KEYS.keys(),
              List.of(SCENARIO, WARM_UP, STAGES),
              StageSpec.KEYS.keys(),
              FaultSpec.KEYS.keys(),
              List.of(CAPACITY),
              CapacitySpec.KEYS.keys(),
              ObjectiveSpec.KEYS.keys(),
              ReconnectSpec.KEYS.keys(),
              DeadlineSpec.KEYS.keys(),
              DriverSpec.KEYS.keys(),
              CpuSpec.KEYS.keys(),
              ValiditySpec.KEYS.keys())
          .<PlanKey<?>>flatMap(Collection::stream)
          .toList();

  /** What a calibration takes of them, too. */
  public static final List<PlanKey<?>> OF_THE_DRIVER =
      Stream.concat(DriverSpec.KEYS.keys().stream(), Stream.of(CpuSpec.DRIVER, CpuSpec.TARGET))
          .toList();

  /** What a run of several clients takes of them, too: the load that each can be asked for. */
  public static final List<PlanKey<?>> OF_CLIENTS =
      List.of(
          TARGETS,
          PARAMETERS,
          StageSpec.USERS,
          StageSpec.RAMP,
          StageSpec.HOLD,
          ExperimentPlan.REPETITIONS,
          ExperimentPlan.SEED,
          WorkloadSpec.BOARDS,
          WorkloadSpec.RATE,
          WorkloadSpec.PAYLOAD,
          DeadlineSpec.DRAIN);

  /** They mean nothing for a server that already runs. */
  static final List<PlanKey<?>> OF_STARTED_SERVERS =
      Stream.of(
              List.<PlanKey<?>>of(CpuSpec.TARGET, CpuSpec.COMPANIONS, ExperimentPlan.PROFILE),
              LaunchSpec.KEYS.keys(),
              LimitsSpec.KEYS.keys())
          .<PlanKey<?>>flatMap(Collection::stream)
          .toList();

  private PlanKeys() {}
}
