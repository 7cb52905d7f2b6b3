package org.boardbench.store;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.boardbench.core.RedactedUrl;
import org.boardbench.plan.PlanTree;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.Format;
import org.boardbench.results.StoreException;
import org.boardbench.statistics.Interval;
import org.boardbench.statistics.StoppingRule;
import org.boardbench.store.calibration.CalibrationChoice;
import org.boardbench.store.file.JsonText;
import org.boardbench.store.origin.RunOrigin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code run.json}: what was run, on what, with which versions. The keys, in order: {@code format},
 * {@code run_id}, {@code started}, {@code seed}, {@code plan} (an experiment file with every
 * default filled in), {@code external} (only for a server that someone else started), {@code
 * environment}, {@code git}, {@code driver} ({@code loop}, and the reason of its {@code fallback}),
 * {@code calibration} (what the newest one that fits has found, else null), {@code
 * calibration_note} (which one, or why none), {@code resumed} (a list of {@code started}, {@code
 * environment}, {@code git}, {@code driver}), {@code stopping} (only where a rule decides after
 * which repetition the run ends: the {@code confidence} of its intervals, and of the last look
 * {@code after} which repetition it was, {@code is_enough} and its {@code words}), {@code agents}
 * (only where several machines made the load: {@code address}, {@code cores}, its measured {@code
 * capacity} if it has one, the {@code loop} that its driver used and {@code machine} of each;
 * {@code has_target} and {@code has_users} where the target ran on its machine), {@code skipped}
 * (only where this machine could not start all variants of the experiment: the reason by a
 * variant's name; they are not in the plan) and {@code targets} (by a variant's name: {@code name},
 * {@code target}, {@code launcher}, {@code limits}, {@code title}, {@code note}, {@code versions},
 * {@code parameters}, {@code images} of containers, {@code environment} of the server, with no
 * value whose name looks secret, the versions of its {@code companions}, {@code reached_by} of a
 * server in a cluster or on an agent's machine and, once a wire check has passed, {@code
 * reserializes} and {@code several_in_a_frame}). What is not known is null.
 */
final class RunJson {
  private static final String STOPPING = "stopping";
  private static final String CONFIDENCE = "confidence";
  private static final String AFTER = "after";
  private static final String IS_ENOUGH = "is_enough";
  private static final String WORDS = "words";
  private static final StoppingRule.Look NOT_LOOKED = new StoppingRule.Look(false, "");

  private static final String RESERIALIZES = "reserializes";
  private static final String SEVERAL_IN_A_FRAME = "several_in_a_frame";

  private final Path file;
  private final ObjectNode root;

  private RunJson(Path file, ObjectNode root) {
    this.file = file;
    this.root = root;
  }

  static RunJson create(Path file, String runId, ExperimentPlan plan, RunOrigin origin)
      throws StoreException {
    RunJson json = new RunJson(file, JsonText.MAPPER.createObjectNode());
    json.root.put("format", Format.RUN);
    json.root.put("run_id", runId);
    json.root.put("started", origin.epoch().truncatedTo(ChronoUnit.MILLIS).toString());
    json.root.put("seed", plan.seed());
    json.putPlan(plan);
    json.root.set("environment", JsonText.environment(origin.environment()));
    json.root.set("git", JsonText.git(origin.git()));
    json.root.set("driver", JsonText.driver(origin.driver()));
    json.root.putNull("calibration");
    json.root.put("calibration_note", "not looked for");
    json.root.putArray("resumed");
    plan.stoppingRule().ifPresent(rule -> json.putStopping(rule.confidence(), 0, NOT_LOOKED));
    json.root.putObject("targets");
    json.write();
    return json;
  }

  static RunJson read(Path file) throws StoreException {
    return new RunJson(file, JsonText.read(file, "the description of a run", Format.RUN));
  }

  String runId() {
    return root.path("run_id").asString();
  }

  /** The plan as it was stored. */
  JsonNode plan() {
    return root.path("plan");
  }

  boolean isExternal() {
    return root.has("external");
  }

  /** The parts of the description that say what was asked for, as {@code plan} would be stored. */
  static ObjectNode question(ExperimentPlan plan) {
    ObjectNode question = JsonText.MAPPER.createObjectNode();
    // By way of text, so that numbers have the types that reading gives them.
    question.set(
        "plan", JsonText.MAPPER.readTree(JsonText.MAPPER.writeValueAsString(PlanTree.of(plan))));
    plan.external().ifPresent(spec -> question.set("external", JsonText.tree(PlanTree.of(spec))));
    return question;
  }

  /** The same parts as they were stored. */
  ObjectNode question() {
    ObjectNode question = JsonText.MAPPER.createObjectNode();
    question.set("plan", EarlierPlan.asNow((ObjectNode) plan()));
    if (isExternal()) {
      ObjectNode external = ((ObjectNode) root.path("external")).deepCopy();
      // Runs of earlier versions have it in full.
      external.put("url", RedactedUrl.of(external.path("url").asString()));
      question.set("external", external);
    }
    return question;
  }

  void resumed(ExperimentPlan plan, RunOrigin origin) throws StoreException {
    putPlan(plan);
    ArrayNode resumed = root.withArray("resumed");
    ObjectNode session = resumed.addObject();
    session.put("started", origin.epoch().truncatedTo(ChronoUnit.MILLIS).toString());
    session.set("environment", JsonText.environment(origin.environment()));
    session.set("git", JsonText.git(origin.git()));
    session.set("driver", JsonText.driver(origin.driver()));
    write();
  }

  void putSkipped(List<SkippedVariant> variants) throws StoreException {
    if (!variants.isEmpty()) {
      ObjectNode skipped = root.putObject("skipped");
      variants.forEach(variant -> skipped.put(variant.name(), variant.reason()));
      write();
    }
  }

  /** Those of the process that writes last; what each did is in agents.csv. */
  void putAgents(List<FleetMember> members) throws StoreException {
    if (!members.isEmpty()) {
      ArrayNode agents = JsonText.MAPPER.createArrayNode();
      for (FleetMember member : members) {
        ObjectNode agent = agents.addObject();
        agent.put("address", member.address());
        agent.put("cores", member.cores());
        member.capacity().ifPresent(capacity -> agent.put("capacity", capacity));
        if (member.part().hasUsers()) {
          agent.put("loop", member.loop());
        }
        agent.put("machine", member.machine());
        if (member.part().hasTarget()) {
          agent.put("has_users", member.part().hasUsers());
          agent.put("has_target", true);
        }
      }
      if (!agents.equals(root.get("agents"))) {
        root.set("agents", agents);
        write();
      }
    }
  }

  void putTarget(TargetRecord target) throws StoreException {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (!target.isExternal()) {
      tree.putAll(PlanTree.of(target.variant()));
    }
    tree.put("launcher", target.launcher());
    tree.put("versions", new TreeMap<>(target.versions()));
    tree.put("parameters", new TreeMap<>(target.parameters()));
    if (!target.images().isEmpty()) {
      tree.put("images", target.images().stream().map(RunJson::image).toList());
    }
    if (!target.environment().isEmpty()) {
      tree.put("environment", RedactedVariables.of(target.environment()));
    }
    if (!target.companions().isEmpty()) {
      Map<String, Object> companions = new TreeMap<>();
      target.companions().forEach((name, of) -> companions.put(name, new TreeMap<>(of)));
      tree.put("companions", companions);
    }
    target.reachedBy().ifPresent(way -> tree.put("reached_by", way));
    ((ObjectNode) root.path("targets")).set(target.name(), JsonText.tree(tree));
    write();
  }

  /** Returns whether this is news. */
  boolean putManner(String target, boolean reserializes, boolean severalInAFrame)
      throws StoreException {
    ObjectNode node = ((ObjectNode) root.path("targets")).withObject(target);
    ObjectNode before = node.deepCopy();
    // What was seen in one trial stays: another one may have had no occasion to show it.
    node.put(RESERIALIZES, reserializes || node.path(RESERIALIZES).asBoolean(false));
    if (severalInAFrame) {
      node.put(SEVERAL_IN_A_FRAME, true); // else only: the check gave no occasion
    }
    boolean isNews = !node.equals(before);
    if (isNews) {
      write();
    }
    return isNews;
  }

  private static Map<String, Object> image(ImageRecord image) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("component", image.component());
    tree.put("name", image.name());
    tree.put("id", image.id().isEmpty() ? null : image.id());
    tree.put("digests", image.digests());
    tree.put("local_base", image.localBase().orElse(null));
    return tree;
  }

  void putCalibration(CalibrationChoice choice) throws StoreException {
    root.set("calibration", choice.embedded());
    root.put("calibration_note", choice.note());
    write();
  }

  void putLook(int repetition, StoppingRule.Look look) throws StoreException {
    putStopping(confidence(), repetition, look);
    write();
  }

  private void putStopping(double confidence, int repetition, StoppingRule.Look look) {
    ObjectNode stopping = root.putObject(STOPPING);
    stopping.put(CONFIDENCE, confidence);
    stopping.put(AFTER, repetition);
    stopping.put(IS_ENOUGH, look.isEnough());
    stopping.put(WORDS, look.words());
  }

  /**
   * What was decided after a repetition, by this process or an earlier one; empty when nobody has
   * looked yet. Of those before the last look nothing is known but that the run went on.
   */
  Optional<StoppingRule.Look> decided(int repetition) {
    JsonNode stopping = root.path(STOPPING);
    int last = stopping.path(AFTER).asInt(0);
    if (repetition > last) {
      return Optional.empty();
    }
    return Optional.of(
        repetition < last
            ? NOT_LOOKED
            : new StoppingRule.Look(
                stopping.path(IS_ENOUGH).asBoolean(false), stopping.path(WORDS).asString("")));
  }

  /** Of the run's intervals. */
  double confidence() {
    return root.path(STOPPING).path(CONFIDENCE).asDouble(Interval.CONFIDENCE);
  }

  /** The id of the calibration that the run leans on; empty where it leans on none. */
  String calibration() {
    return root.at("/calibration/run_id").asString("");
  }

  private void putPlan(ExperimentPlan plan) {
    root.setAll(question(plan));
  }

  private void write() throws StoreException {
    JsonText.write(file, root);
  }
}
