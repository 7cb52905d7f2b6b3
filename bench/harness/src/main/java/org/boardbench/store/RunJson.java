package org.boardbench.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.boardbench.plan.ExperimentPlan;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code run.json}: what was run, on what, with which versions. The keys, in order: {@code format},
 * {@code run_id}, {@code started}, {@code seed}, {@code plan} (an experiment file with every
 * default filled in), {@code external} (only for a server that someone else started), {@code
 * environment}, {@code git}, {@code driver} ({@code loop}, and the reason of its {@code fallback}),
 * {@code resumed} (a list of {@code started}, {@code environment}, {@code git}, {@code driver}) and
 * {@code targets} (by name: {@code launcher}, {@code versions}, {@code parameters}). What is not
 * known is null.
 */
final class RunJson {
  /** Changes when a reader of the old format would misread the new one. */
  static final int FORMAT = 1;

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter WRITER = writer();

  private final Path file;
  private final ObjectNode root;

  private RunJson(Path file, ObjectNode root) {
    this.file = file;
    this.root = root;
  }

  static RunJson create(Path file, String runId, ExperimentPlan plan, RunOrigin origin)
      throws StoreException {
    RunJson json = new RunJson(file, MAPPER.createObjectNode());
    json.root.put("format", FORMAT);
    json.root.put("run_id", runId);
    json.root.put("started", origin.epoch().truncatedTo(ChronoUnit.MILLIS).toString());
    json.root.put("seed", plan.seed());
    json.putPlan(plan);
    json.root.set("environment", environment(origin.environment()));
    json.root.set("git", git(origin.git()));
    json.root.set("driver", driver(origin.driver()));
    json.root.putArray("resumed");
    json.root.putObject("targets");
    json.write();
    return json;
  }

  static RunJson read(Path file) throws StoreException {
    try {
      JsonNode root = MAPPER.readTree(Files.readString(file));
      if (!(root instanceof ObjectNode object) || !object.path("run_id").isString()) {
        throw new StoreException(file + " is not the description of a run");
      }
      if (object.path("format").asInt(0) != FORMAT) {
        throw new StoreException(
            file + " has format " + object.path("format") + "; this version reads " + FORMAT);
      }
      return new RunJson(file, object);
    } catch (JacksonException e) {
      throw new StoreException(file + " is no JSON: " + e.getOriginalMessage());
    } catch (StoreException e) {
      throw e;
    } catch (IOException e) {
      throw StoreException.reading(file, e);
    }
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
    ObjectNode question = MAPPER.createObjectNode();
    // By way of text, so that numbers have the types that reading gives them.
    question.set("plan", MAPPER.readTree(MAPPER.writeValueAsString(PlanTree.of(plan))));
    plan.external().ifPresent(spec -> question.set("external", tree(PlanTree.of(spec))));
    return question;
  }

  /** The same parts as they were stored. */
  ObjectNode question() {
    ObjectNode question = MAPPER.createObjectNode();
    question.set("plan", plan());
    if (isExternal()) {
      question.set("external", root.path("external"));
    }
    return question;
  }

  void resumed(ExperimentPlan plan, RunOrigin origin) throws StoreException {
    putPlan(plan);
    ArrayNode resumed = root.withArray("resumed");
    ObjectNode session = resumed.addObject();
    session.put("started", origin.epoch().truncatedTo(ChronoUnit.MILLIS).toString());
    session.set("environment", environment(origin.environment()));
    session.set("git", git(origin.git()));
    session.set("driver", driver(origin.driver()));
    write();
  }

  void putTarget(TargetRecord target) throws StoreException {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("launcher", target.launcher());
    tree.put("versions", new TreeMap<>(target.versions()));
    tree.put("parameters", new TreeMap<>(target.parameters()));
    ((ObjectNode) root.path("targets")).set(target.name(), tree(tree));
    write();
  }

  private void putPlan(ExperimentPlan plan) {
    root.setAll(question(plan));
  }

  /** Another file first, so that a reader never sees half of it and a full disk spares the old. */
  private void write() throws StoreException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      try (AppendFile out = AppendFile.create(draft)) {
        out.append((WRITER.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8));
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (StoreException e) {
      throw e;
    } catch (IOException e) {
      throw StoreException.writing(file, e);
    }
  }

  private static JsonNode environment(RunEnvironment environment) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("os", environment.os());
    tree.put("kernel", environment.kernel());
    tree.put("arch", environment.arch());
    tree.put("cpu", environment.cpu().orElse(null));
    tree.put("cores", environment.cores());
    Map<String, Object> cpus = new LinkedHashMap<>();
    cpus.put("driver", environment.driverCpus().orElse(null));
    cpus.put("target", environment.targetCpus().orElse(null));
    tree.put("cpus", cpus);
    tree.put(
        "memory_mib",
        environment.memoryMib().isPresent() ? environment.memoryMib().getAsLong() : null);
    tree.put("jdk", environment.jdk());
    tree.put("harness_version", environment.harnessVersion());
    return tree(tree);
  }

  private static JsonNode git(GitState git) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("commit", git.commit().orElse(null));
    tree.put("dirty", git.dirty().orElse(null));
    return tree(tree);
  }

  private static JsonNode driver(DriverRecord driver) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("loop", driver.loop());
    tree.put("fallback", driver.fallback().orElse(null));
    return tree(tree);
  }

  private static JsonNode tree(Map<String, Object> tree) {
    return MAPPER.valueToTree(tree);
  }

  private static ObjectWriter writer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return MAPPER.writer().with(printer);
  }
}
