package org.boardbench.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.boardbench.core.RedactedUrl;
import org.boardbench.plan.CpuSpec;
import org.boardbench.plan.DeadlineSpec;
import org.boardbench.plan.DriverSpec;
import org.boardbench.plan.Durations;
import org.boardbench.plan.ExperimentPlan;
import org.boardbench.plan.ExternalSpec;
import org.boardbench.plan.LimitsSpec;
import org.boardbench.plan.Sizes;
import org.boardbench.plan.StageSpec;
import org.boardbench.plan.TargetSpec;
import org.boardbench.plan.TrustSpec;
import org.boardbench.plan.ValiditySpec;

/** A plan in the shape of an experiment file, with every default filled in. */
final class PlanTree {
  private PlanTree() {}

  static Map<String, Object> of(ExperimentPlan plan) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", plan.name());
    tree.put("description", plan.description());
    tree.put("seed", plan.seed());
    tree.put("repetitions", plan.repetitions());
    tree.put("targets", plan.targets().stream().map(TargetSpec::name).toList());
    Map<String, Object> workload = new LinkedHashMap<>();
    workload.put("boards", plan.workload().boards());
    workload.put("rate", plan.workload().ratePerUser());
    workload.put("payload", plan.workload().payloadBytes());
    tree.put("workload", workload);
    plan.warmUp().ifPresent(stage -> tree.put("warm-up", stage(stage)));
    tree.put("stages", plan.stages().stream().map(PlanTree::stage).toList());
    tree.put("deadlines", deadlines(plan.deadlines()));
    tree.put("reconnect", plan.reconnect().text());
    tree.put("driver", driver(plan.driver()));
    tree.put("cpus", cpus(plan.cpus()));
    if (plan.external().isEmpty()) {
      tree.put("launcher", plan.launch().launcher().key());
      tree.put("limits", limits(plan.launch().limits()));
    }
    tree.put("validity", validity(plan.validity()));
    tree.put("parameters", parameters(plan.targets()));
    return tree;
  }

  /**
   * Names of headers only, and no values of the query: they may be secrets, and results get
   * published. Whom the run trusts is there only where somebody said so.
   */
  static Map<String, Object> of(ExternalSpec external) {
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

  private static Map<String, Object> stage(StageSpec stage) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("users", stage.users());
    tree.put("ramp", Durations.format(stage.ramp()));
    tree.put("hold", Durations.format(stage.hold()));
    return tree;
  }

  private static Map<String, Object> deadlines(DeadlineSpec deadlines) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("ready", Durations.format(deadlines.ready()));
    tree.put("join", Durations.format(deadlines.join()));
    tree.put("drain", Durations.format(deadlines.drain()));
    tree.put("stop", Durations.format(deadlines.stop()));
    return tree;
  }

  private static Map<String, Object> driver(DriverSpec driver) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("cores", driver.cores());
    tree.put("loop", driver.loop().key());
    return tree;
  }

  private static Map<String, Object> cpus(CpuSpec cpus) {
    Map<String, Object> tree = new LinkedHashMap<>();
    cpus.driver().ifPresent(list -> tree.put("driver", list));
    cpus.target().ifPresent(list -> tree.put("target", list));
    cpus.companions().ifPresent(list -> tree.put("companions", list));
    return tree;
  }

  private static Map<String, Object> limits(LimitsSpec limits) {
    Map<String, Object> tree = new LinkedHashMap<>();
    limits.cpus().ifPresent(cpus -> tree.put("cpus", cpus));
    limits.memoryBytes().ifPresent(bytes -> tree.put("memory", Sizes.format(bytes)));
    return tree;
  }

  private static Map<String, Object> validity(ValiditySpec validity) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("sent", validity.sentPct());
    tree.put("send-delay", Durations.format(validity.sendDelay()));
    tree.put("send-delay-share", validity.sendDelaySharePct());
    tree.put("driver-cpu", validity.driverCpuPct());
    tree.put("stall", Durations.format(validity.stall()));
    tree.put("run-delay", validity.runDelayPct());
    tree.put("steal", validity.stealPct());
    tree.put("drift", validity.driftPct());
    tree.put("samples", validity.samples());
    tree.put("percentile", validity.percentile());
    tree.put("connect-failures", validity.connectFailures());
    tree.put("clock-step", Durations.format(validity.clockStep()));
    tree.put("backpressure", validity.backpressurePct());
    tree.put("foreign-load", validity.foreignLoadPct());
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
