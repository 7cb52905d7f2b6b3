package org.boardbench.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boardbench.core.RedactedUrl;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.plan.model.DeadlineSpec;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ExternalSpec;
import org.boardbench.plan.model.LaunchSpec;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.plan.model.ReconnectSpec;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.SutSpec;
import org.boardbench.plan.model.TrustSpec;
import org.boardbench.plan.model.ValiditySpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.model.WorkloadSpec;
import org.boardbench.plan.scenario.ScenarioForms;

/** A plan in the shape of an experiment file, with every default filled in. */
public final class PlanTree {
  private PlanTree() {}

  public static Map<String, Object> of(ExperimentPlan plan) {
    Map<String, Object> tree = new LinkedHashMap<>(ExperimentPlan.KEYS.tree(plan));
    tree.put("targets", plan.variants().stream().map(one -> variant(plan, one)).toList());
    tree.put("workload", WorkloadSpec.KEYS.tree(plan.workload()));
    if (!plan.workload().isSteady()) {
      tree.put(PlanKeys.SCENARIO.path(), ScenarioForms.tree(plan.workload().scenario()));
    }
    plan.warmUp().ifPresent(stage -> tree.put("warm-up", stage.tree()));
    if (plan.capacity().isPresent()) {
      tree.put(PlanKeys.CAPACITY.path(), plan.capacity().get().tree());
    } else {
      tree.put(PlanKeys.STAGES.path(), plan.stages().stream().map(StageSpec::tree).toList());
    }
    tree.put("deadlines", DeadlineSpec.KEYS.tree(plan.deadlines()));
    tree.putAll(ReconnectSpec.KEYS.tree(plan.reconnect()));
    tree.put("driver", DriverSpec.KEYS.tree(plan.driver()));
    tree.put("cpus", CpuSpec.KEYS.tree(plan.cpus()));
    if (plan.external().isEmpty()) {
      tree.putAll(LaunchSpec.KEYS.tree(plan.launch()));
      tree.put("limits", LimitsSpec.KEYS.tree(plan.launch().limits()));
      plan.launch().sut().ifPresent(sut -> tree.put(SutSpec.SECTION, SutSpec.KEYS.tree(sut)));
    }
    tree.put("validity", ValiditySpec.KEYS.tree(plan.validity()));
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
    external.template().ifPresent(template -> tree.put(Variant.TEMPLATE.name(), template.tree()));
    tree.put("header_names", new TreeSet<>(external.headers().keySet()));
    switch (external.trust()) {
      case TrustSpec.AsTheJvm _ -> {}
      case TrustSpec.Certificates own -> tree.put("cacert", own.fileName());
      case TrustSpec.Unchecked _ -> tree.put("insecure", true);
    }
    return tree;
  }

  /** Only the name of a server that someone else started. */
  private static Object variant(ExperimentPlan plan, Variant variant) {
    if (plan.external().isPresent()) {
      return variant.name();
    }
    return of(variant);
  }

  /** A variant with all that it got from the plan. */
  public static Map<String, Object> of(Variant variant) {
    Map<String, Object> tree = Variant.KEYS.tree(variant);
    tree.put(Variant.PARAMETERS.name(), new TreeMap<>(variant.parameters()));
    tree.put(Variant.LIMITS.name(), LimitsSpec.KEYS.tree(variant.limits()));
    return tree;
  }
}
