package org.boardbench.report.statistics;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.boardbench.findings.recovery.FaultNames;
import org.boardbench.report.stored.StoredRun;
import tools.jackson.databind.JsonNode;

/**
 * What stages of a plan are, apart from their users: what users do, what is made to fail, how users
 * come. Of most plans all are alike, and only the users tell them apart.
 *
 * @param names of the plan's stages, in its order; each once
 */
public record StageShapes(List<String> names) {
  private static final String SCENARIO = "scenario";

  /** What users do unless the plan says otherwise. */
  private static final String USUAL_SCENARIO = "steady";

  private static final String USUAL_RAMP = "line";
  private static final String USUAL_COMPONENT = "target";

  public StageShapes {
    names = List.copyOf(names);
  }

  /**
   * Of a run; of one that searched for capacities, whose stages are alike, or whose plan does not
   * list them all, none.
   */
  public static StageShapes of(StoredRun run) {
    JsonNode plan = run.manifest().path("plan");
    List<JsonNode> stages = stages(plan);
    List<List<JsonNode>> shapes = stages.stream().map(StageShapes::shape).distinct().toList();
    if (run.isSearch()
        || shapes.size() < 2
        || run.stages().stream().anyMatch(row -> row.stage() > stages.size())) {
      return new StageShapes(List.of());
    }
    List<String> words = stages.stream().map(stage -> words(stage, plan)).toList();
    return new StageShapes(
        IntStream.range(0, stages.size()).mapToObj(i -> name(i, words, stages)).toList());
  }

  /** Those that a plan lists. */
  public static List<JsonNode> stages(JsonNode plan) {
    return StreamSupport.stream(plan.path("stages").spliterator(), false).toList();
  }

  /** Whether stages are told apart by these. */
  public boolean differ() {
    return !names.isEmpty();
  }

  /** Whether a stage says itself what users do, in the place of its plan. */
  public static boolean hasScenario(JsonNode stage) {
    return stage.has(SCENARIO);
  }

  private static List<JsonNode> shape(JsonNode stage) {
    return List.of(stage.path(SCENARIO), stage.path("faults"), stage.path("ramp-shape"));
  }

  /** The words alone where no other stage has them, then with the users, then with its number. */
  private static String name(int index, List<String> words, List<JsonNode> stages) {
    String own = words.get(index);
    String withUsers = own + ", " + users(stages.get(index)) + " users";
    List<Integer> alike =
        IntStream.range(0, stages.size()).filter(i -> words.get(i).equals(own)).boxed().toList();
    if (alike.size() == 1) {
      return own;
    }
    boolean usersTell =
        alike.stream().map(i -> users(stages.get(i))).distinct().count() == alike.size();
    return usersTell ? withUsers : own + ", stage " + (index + 1);
  }

  private static int users(JsonNode stage) {
    return stage.path("users").asInt(0);
  }

  private static String words(JsonNode stage, JsonNode plan) {
    StringJoiner words = new StringJoiner(", ");
    JsonNode faults = stage.path("faults");
    if (faults.isEmpty()) {
      words.add(scenario(stage, plan));
    }
    for (JsonNode fault : faults) {
      words.add(fault(fault));
    }
    String ramp = stage.path("ramp-shape").asString(USUAL_RAMP);
    if (!ramp.equals(USUAL_RAMP)) {
      words.add(ramp);
    }
    return words.toString();
  }

  private static String fault(JsonNode fault) {
    return FaultNames.withoutDetails(
        fault.path("kind").asString(""), fault.path("what").asString(USUAL_COMPONENT));
  }

  /** What users do in a stage of a plan: the behaviours, each once. */
  public static String scenario(JsonNode stage, JsonNode plan) {
    JsonNode scenario = (hasScenario(stage) ? stage : plan).path(SCENARIO);
    if (!scenario.isObject()) {
      return scenario.asString(USUAL_SCENARIO);
    }
    Set<String> behaviours = new LinkedHashSet<>();
    scenario
        .properties()
        .forEach(group -> behaviours.add(group.getValue().path("behaviour").asString("")));
    return String.join(" + ", behaviours);
  }
}
