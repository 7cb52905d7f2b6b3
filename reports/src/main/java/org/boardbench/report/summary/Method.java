package org.boardbench.report.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.boardbench.report.statistics.StageShapes;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.statistics.Interval;
import tools.jackson.databind.JsonNode;

/**
 * How a run was made, in sentences from its manifest; what an older one does not say is left out.
 */
public final class Method {
  private static final String TIMES =
      "RTT is the time until the sender has its own message back, delivery that until a receiver"
          + " has it, and reach that until a part of all receivers have it. All are response times:"
          + " they count from the moment at which the schedule meant the message to leave, so that a"
          + " stalled server is not spared the messages that it kept from being sent.";

  private final StoredRun run;
  private final JsonNode plan;

  private Method(StoredRun run) {
    this.run = run;
    plan = run.manifest().path("plan");
  }

  /** Sentences in paragraphs. */
  public static List<String> of(StoredRun run) {
    Method method = new Method(run);
    List<String> paragraphs = new ArrayList<>();
    text(method.plan, "description").ifPresent(paragraphs::add);
    paragraphs.add(method.starts());
    paragraphs.add(method.load());
    paragraphs.add(method.sizes());
    paragraphs.add(TIMES);
    paragraphs.add(method.loss());
    paragraphs.add(method.validity());
    paragraphs.add(method.statistics());
    return paragraphs.stream().filter(one -> !one.isEmpty()).toList();
  }

  private String statistics() {
    return "The unit is a start of fresh processes. Of a variant under a load the estimate is the mean of"
        + " its valid starts, of times the geometric one; its interval is Student's t at "
        + Interval.words(run.confidence())
        + ", of"
        + " times on logarithms, of RTT p95 and p99 as wide as their messages leave it at least, and"
        + " there is none of fewer than three starts. No percentiles are"
        + " averaged within a start, and no histograms are pooled over starts. Variants are told"
        + " apart by the ratio of two means and its interval, or by what equal starts differ by in the"
        + " machine's calibration where that is wider; a difference of less than 5 % counts as none."
        + (run.isSearch()
            ? ""
            : " All comparisons of a ranking share one error of "
                + Interval.words(1 - run.confidence())
                + " (Holm).");
  }

  private String starts() {
    long variants = run.trials().stream().map(trial -> trial.target()).distinct().count();
    int most = run.repetitions();
    return (variants == 1 ? "One variant" : variants + " variants")
        + " in "
        + (most == 1 ? "one start each" : "up to " + most + " starts each")
        + ", every start from fresh processes"
        + (run.isSearch() ? "" : "; a repetition runs all variants once, in an order of its own")
        + text(plan, "seed")
            .map(seed -> ". Order, messages and their times follow from the seed " + seed)
            .orElse("")
        + ".";
  }

  private String load() {
    JsonNode workload = plan.path("workload");
    if (!workload.isObject()) {
      return "";
    }
    return "Users are spread over "
        + workload.path("boards").asString("?")
        + " boards. "
        + scenario(workload)
        + " Each message is owed to all users of its board, the sender among them. "
        + warmUp()
        + stages();
  }

  private String scenario(JsonNode workload) {
    String each =
        workload.path("rate").asString("?")
            + " messages a second of "
            + workload.path("payload").asString("?")
            + " bytes";
    JsonNode scenario = plan.path("scenario");
    boolean isSteady = scenario.isMissingNode() || scenario.asString("").equals("steady");
    return (isSteady
            ? "Each sends " + each + ", spread evenly."
            : "What they send is the plan's scenario, and where it does not say, " + each + ".")
        + ownScenarios();
  }

  /** A sentence after a blank; empty where no stage has one. */
  private String ownScenarios() {
    String own =
        StageShapes.stages(plan).stream()
            .filter(StageShapes::hasScenario)
            .map(stage ->
                "%s (%s users)"
                    .formatted(
                        StageShapes.scenario(stage, plan), stage.path("users").asString("?")))
            .collect(Collectors.joining(", "));
    return own.isEmpty() ? "" : " Stages with a scenario of their own: " + own + ".";
  }

  /** Of the message classes, as the first stage that has one says. */
  private String sizes() {
    Map<String, String> sizes = new LinkedHashMap<>();
    for (StoredRow<ClassRecord> row : run.classes()) {
      OptionalInt deflated = row.optionalNumber(ClassColumns.TYPICAL_DEFLATED_BYTES);
      if (deflated.isPresent()) {
        sizes.putIfAbsent(
            row.text(ClassColumns.MESSAGE_CLASS),
            row.text(ClassColumns.TYPICAL_BYTES) + " bytes, compressed " + deflated.getAsInt());
      }
    }
    return sizes.isEmpty()
        ? ""
        : "A typical message has "
            + sizes.entrySet().stream()
                .map(one -> one.getValue() + " (" + one.getKey() + ")")
                .collect(Collectors.joining("; "))
            + ": what deflate makes of one by itself was computed once, and no message was compressed"
            + " for it.";
  }

  private String warmUp() {
    JsonNode warmUp = plan.path("warm-up");
    return warmUp.isObject()
        ? "A warm-up of "
            + warmUp.path("users").asString("?")
            + " users for "
            + warmUp.path("hold").asString("?")
            + " comes first and is thrown away. "
        : "There is no warm-up. ";
  }

  private String stages() {
    if (run.isSearch()) {
      return "Loads are searched for: each start rises until a variant no longer keeps its"
          + " objectives, and every overload is followed by a fresh start.";
    }
    List<JsonNode> stages = StageShapes.stages(plan);
    if (stages.isEmpty()) {
      return "";
    }
    String holds = stages.stream().map(Method::hold).distinct().collect(Collectors.joining(", "));
    return "A start goes through "
        + stages.stream()
            .map(stage -> stage.path("users").asString("?"))
            .collect(Collectors.joining(", "))
        + " users: "
        + holds
        + ". Figures are of the hold.";
  }

  private static String hold(JsonNode stage) {
    return "new users join within "
        + stage.path("ramp").asString("?")
        + " and hold for "
        + stage.path("hold").asString("?");
  }

  private String loss() {
    String drain =
        text(plan.path("deadlines"), "drain")
            .map(late -> "A delivery that has not come " + late + " after a stage's end is lost. ")
            .orElse("");
    return drain
        + "Every single delivery is checked for being the right one, once and in order."
        + text(plan, "reconnect")
            .map(how -> " Users whose connection fails come back (" + how + ").")
            .orElse("");
  }

  private String validity() {
    JsonNode bounds = plan.path("validity");
    return bounds.isObject()
        ? "A row is invalid where driver or machine may have changed its figures, beyond these"
            + " bounds: "
            + bounds.properties().stream()
                .map(bound -> bound.getKey() + " " + bound.getValue().asString())
                .collect(Collectors.joining(", "))
            + ". What the server did, such as loss, long times or refused users, makes no row"
            + " invalid."
        : "";
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.of(node.path(key).asString("")).filter(text -> !text.isEmpty());
  }
}
