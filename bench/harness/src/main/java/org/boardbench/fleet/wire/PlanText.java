package org.boardbench.fleet.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.PlanOverrides;
import org.boardbench.plan.PlanReader;
import org.boardbench.plan.PlanTree;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.StageSpec;
import org.boardbench.plan.model.Variant;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a driver needs of a plan, in the shape of an experiment file, so that the strict reader of
 * those files is the only way in. What belongs to the coordinator's machine is left out: its
 * targets, CPUs and limits, and what is made to fail.
 */
public final class PlanText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String TARGET = "server";
  private static final String TARGETS = "targets";
  private static final String STAGES = "stages";

  private static final List<String> NOT_THE_DRIVERS =
      List.of(
          "description",
          "repetitions",
          "thresholds",
          "profile",
          TARGETS,
          "parameters",
          "launcher",
          "registry",
          "limits",
          "sut",
          "cpus");

  private PlanText() {}

  /** The plan of a trial, by whose seed the users act. */
  public static String of(ExperimentPlan plan) {
    return JSON.writeValueAsString(tree(plan));
  }

  /** The same with one stage alone. */
  public static String of(ExperimentPlan plan, StageSpec stage) {
    Map<String, Object> tree = tree(plan);
    tree.remove("capacity");
    tree.remove("warm-up");
    tree.put(STAGES, List.of(without(stage.tree())));
    return JSON.writeValueAsString(tree);
  }

  private static Map<String, Object> tree(ExperimentPlan plan) {
    Map<String, Object> tree = new LinkedHashMap<>(PlanTree.of(plan));
    NOT_THE_DRIVERS.forEach(tree::remove);
    tree.put(TARGETS, List.of(TARGET));
    if (tree.get(STAGES) instanceof List<?> stages) {
      tree.put(STAGES, stages.stream().map(PlanText::without).toList());
    }
    return tree;
  }

  /** A stage in which nothing is made to fail. */
  private static Object without(Object stage) {
    if (!(stage instanceof Map<?, ?> map)) {
      return stage;
    }
    Map<Object, Object> rest = new LinkedHashMap<>(map);
    rest.remove("faults");
    return rest;
  }

  /**
   * The plan that a text is, for a driver on this machine.
   *
   * @param cores that the driver uses, whatever the plan says
   * @throws InputException when it is none, and when it names a file: no message opens one
   */
  public static ExperimentPlan read(String text, int cores) throws InputException {
    return read(
        text,
        Set.of(TARGET),
        new PlanOverrides(Map.of("--driver-cores", Integer.toString(cores)), List.of()));
  }

  /** What an agent needs of a variant that it is to start. */
  public static String of(Variant variant) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put(TARGETS, List.of(PlanTree.of(variant)));
    tree.put(STAGES, List.of(Map.of("users", 1, "hold", "1s"))); // no plan is without one
    return JSON.writeValueAsString(tree);
  }

  /**
   * The variant that a text is.
   *
   * @param targets the only ones that it may be of
   * @throws InputException when it is none of these, and when it names a file
   */
  public static Variant variant(String text, Set<String> targets) throws InputException {
    List<Variant> variants = read(text, targets, PlanOverrides.NONE).variants();
    if (variants.size() != 1) {
      throw new InputException(
          List.of(new Problem(TARGETS, "must be one, were " + variants.size())));
    }
    return variants.getFirst();
  }

  private static ExperimentPlan read(String text, Set<String> targets, PlanOverrides overrides)
      throws InputException {
    List<Problem> problems = new ArrayList<>();
    try {
      JsonNode tree = JSON.readTree(text);
      if (tree.path("driver") instanceof tools.jackson.databind.node.ObjectNode driver) {
        driver.remove("cores"); // whatever it says, the driver's are this machine's
      }
      refuseFiles("plan", tree, problems);
      if (!problems.isEmpty()) {
        throw new InputException(problems);
      }
      return new PlanReader(targets).read("plan", JSON.writeValueAsString(tree), overrides);
    } catch (JacksonException e) {
      throw new InputException(List.of(new Problem("plan", "is no JSON")));
    }
  }

  /** A trace in one line, and a template in a text, would be names of files. */
  private static void refuseFiles(String path, JsonNode node, List<Problem> problems) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String key = path + "." + entry.getKey();
      JsonNode value = entry.getValue();
      boolean isFile =
          entry.getKey().equals("template")
              || (entry.getKey().equals("trace")
                  && value.isString()
                  && value.asString().strip().lines().count() < 2);
      if (isFile) {
        problems.add(new Problem(key, "must not name a file"));
      }
      refuseFiles(key, value, problems);
    }
    if (node.isArray()) {
      for (JsonNode element : node) {
        refuseFiles(path + "[]", element, problems);
      }
    }
  }
}
