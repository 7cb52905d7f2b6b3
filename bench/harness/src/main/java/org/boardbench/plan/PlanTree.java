package org.boardbench.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boardbench.core.RedactedUrl;

/** A plan in the shape of an experiment file, with every default filled in. */
public final class PlanTree {
  private PlanTree() {}

  public static Map<String, Object> of(ExperimentPlan plan) {
    Map<String, Object> tree = new LinkedHashMap<>(ExperimentPlan.KEYS.tree(plan));
    tree.put("targets", plan.targets().stream().map(TargetSpec::name).toList());
    tree.put("workload", WorkloadSpec.KEYS.tree(plan.workload()));
    if (!plan.workload().isSteady()) {
      tree.put(PlanKeys.SCENARIO.path(), ScenarioForms.tree(plan.workload().scenario()));
    }
    plan.warmUp().ifPresent(stage -> tree.put("warm-up", stage.tree()));
    tree.put("stages", plan.stages().stream().map(StageSpec::tree).toList());
    tree.put("deadlines", DeadlineSpec.KEYS.tree(plan.deadlines()));
    tree.putAll(ReconnectSpec.KEYS.tree(plan.reconnect()));
    tree.put("driver", DriverSpec.KEYS.tree(plan.driver()));
    tree.put("cpus", CpuSpec.KEYS.tree(plan.cpus()));
    if (plan.external().isEmpty()) {
      tree.putAll(LaunchSpec.KEYS.tree(plan.launch()));
      tree.put("limits", LimitsSpec.KEYS.tree(plan.launch().limits()));
    }
    tree.put("validity", ValiditySpec.KEYS.tree(plan.validity()));
    tree.put("parameters", parameters(plan.targets()));
    return tree;
  }

  /**
   * Names of headers only, and no values of the query: they may be secrets, and results get
   * published. Whom the run trusts is there only where somebody said so.
   */
  public static Map<String, Object> of(ExternalSpec external) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("url", RedactedUrl.of(external.url().toString()));
    tree.put("protocol", external.protocol());
    tree.put("header_names", new TreeSet<>(external.headers().keySet()));
    switch (external.trust()) {
      case TrustSpec.AsTheJvm _ -> {}
      case TrustSpec.Certificates own -> tree.put("cacert", own.fileName());
      case TrustSpec.Unchecked _ -> tree.put("insecure", true);
    }
    return tree;
  }

  private static Map<String, Object> parameters(List<TargetSpec> targets) {
    Map<String, Object> tree = new TreeMap<>();
    for (TargetSpec target : targets) {
      if (!target.parameters().isEmpty()) {
        tree.put(target.folder(), new TreeMap<>(target.parameters()));
      }
    }
    return tree;
  }
}
