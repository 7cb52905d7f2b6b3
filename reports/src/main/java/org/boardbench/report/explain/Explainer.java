package org.boardbench.report.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredMicro;
import org.boardbench.report.stored.StoredRun;

/**
 * Joins a sweep with a run of the microbenchmarks: what a server spends for a delivery, by what its
 * parts cost when they run alone. Both must have measured the same machine and JDK.
 */
public final class Explainer {
  private final StoredRun run;
  private final StoredMicro micro;
  private final EnvironmentMatch match;
  private final Variants variants;

  public Explainer(StoredRun run, StoredMicro micro) {
    this.run = run;
    this.micro = micro;
    variants = Variants.of(run);
    match = new EnvironmentMatch(run.manifest(), micro.manifest());
  }

  /** Whether both ran on the same machine, and there is a target that may be explained. */
  public boolean isApplicable() {
    return match.otherMachine().isEmpty() && !targets().isEmpty();
  }

  public Explanation explanation() {
    String from = " by " + micro.runId() + ": ";
    Optional<String> otherMachine = match.otherMachine();
    if (otherMachine.isPresent()) {
      return explained(List.of(), List.of("Not explained" + from + otherMachine.get() + "."));
    }
    List<String> targets = targets();
    if (targets.isEmpty()) {
      return explained(
          List.of(),
          List.of("Not explained" + from + "no target whose code the microbenchmarks have."));
    }
    List<ExplainedStage> stages = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    for (String target : targets) {
      Optional<String> otherJdk = match.otherJdk(target);
      if (otherJdk.isPresent()) {
        refusals.add(target + " is not explained" + from + otherJdk.get() + ".");
      } else {
        stages.addAll(stages(target, work(target).orElseThrow()));
      }
    }
    return explained(stages, refusals);
  }

  private List<String> targets() {
    return run.stages().stream()
        .map(StoredStage::target)
        .distinct()
        .filter(target -> work(target).isPresent())
        .sorted(variants.order())
        .toList();
  }

  private Optional<TargetWork> work(String variant) {
    return TargetWork.of(variants.target(variant));
  }

  private List<ExplainedStage> stages(String variant, TargetWork work) {
    PartCosts costs = new PartCosts(micro, match);
    return run.stages().stream()
        .filter(stage -> stage.target().equals(variant))
        .sorted(
            Comparator.comparingInt(StoredStage::repetition).thenComparingInt(StoredStage::stage))
        .map(stage ->
            new ExplainedStage(
                stage, work.parts().stream().map(part -> costs.of(part, stage)).toList()))
        .toList();
  }

  private Explanation explained(List<ExplainedStage> stages, List<String> refusals) {
    return new Explanation(
        run.manifest().path("run_id").asString(run.name()),
        micro.runId(),
        micro.quick(),
        variants,
        stages,
        refusals);
  }
}
