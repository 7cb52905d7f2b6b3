package org.boardbench.store.calibration;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.results.FileNames;
import org.boardbench.results.Format;
import org.boardbench.results.StoreException;
import org.boardbench.store.file.JsonText;
import org.boardbench.store.origin.RunEnvironment;
import org.boardbench.store.origin.RunOrigin;
import org.boardbench.store.origin.SourceHistory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A calibration as a later run finds it. */
final class StoredCalibration {
  /** MemTotal moves by a little from one boot to the next. */
  private static final double MEMORY_TOLERANCE = 0.01;

  /** {@code Some Vendor 25.0.1+8}. */
  private static final Pattern JDK_MAJOR = Pattern.compile("(?:^|\\s)(\\d+)[^\\s]*$");

  private final ObjectNode root;

  private StoredCalibration(ObjectNode root) {
    this.root = root;
  }

  static StoredCalibration read(Path folder) throws StoreException {
    Path file = folder.resolve(FileNames.CALIBRATION);
    return new StoredCalibration(
        JsonText.read(file, "the summary of a calibration", Format.CALIBRATION));
  }

  /**
   * Why a run must not lean on it; empty when it may.
   *
   * @param origin the run's
   */
  Optional<String> objection(RunOrigin origin, SourceHistory source) throws InterruptedException {
    if (!root.path("complete").asBoolean(false)) {
      return Optional.of("was interrupted");
    }
    List<String> differences = machineDifferences(origin.environment());
    if (!differences.isEmpty()) {
      return Optional.of("is from another machine (" + String.join(", ", differences) + ")");
    }
    return staleness(origin, source);
  }

  private List<String> machineDifferences(RunEnvironment here) {
    JsonNode now = JsonText.environment(here);
    JsonNode then = root.path("environment");
    List<String> differences = new ArrayList<>();
    for (String key : List.of("os", "kernel", "arch", "cpu", "cores")) {
      addDifference(differences, key, then.path(key).asString(), now.path(key).asString());
    }
    addDifference(differences, "jdk", jdkMajor(then.path("jdk").asString()), jdkMajor(here.jdk()));
    double memoryThen = then.path("memory_mib").asDouble(0);
    double memoryNow = now.path("memory_mib").asDouble(0);
    if (Math.abs(memoryThen - memoryNow) > MEMORY_TOLERANCE * memoryNow) {
      addDifference(
          differences,
          "memory_mib",
          then.path("memory_mib").asString(),
          now.path("memory_mib").asString());
    }
    return differences;
  }

  private static void addDifference(List<String> differences, String key, String was, String is) {
    if (!was.equals(is)) {
      differences.add(key + " " + was + ", here " + is);
    }
  }

  private static String jdkMajor(String jdk) {
    Matcher matcher = JDK_MAJOR.matcher(jdk);
    return matcher.find() ? matcher.group(1) : jdk;
  }

  /** What it measured is the driver and the reference server: other sources may have changed. */
  private Optional<String> staleness(RunOrigin origin, SourceHistory source)
      throws InterruptedException {
    JsonNode git = root.path("git");
    if (!git.path("commit").isString()) {
      String version = root.path("environment").path("harness_version").asString();
      return version.equals(origin.environment().harnessVersion())
              && origin.git().commit().isEmpty()
          ? Optional.empty()
          : Optional.of("does not say which commit it was made with");
    }
    String commit = git.path("commit").asString();
    if (git.path("dirty").asBoolean(true)) {
      return Optional.of("is stale: made with commit " + shortened(commit) + " and changes to it");
    }
    return source.isUnchangedSince(commit)
        ? Optional.empty()
        : Optional.of(
            "is stale: made with commit "
                + shortened(commit)
                + ", and the driver or the reference server has changed since");
  }

  private static String shortened(String commit) {
    return commit.substring(0, Math.min(10, commit.length()));
  }

  String runId() {
    return root.path("run_id").asString();
  }

  boolean isQuick() {
    return root.path("quick").asBoolean(false);
  }

  boolean isOk() {
    return root.path("ok").asBoolean(false);
  }

  String commit() {
    return shortened(root.path("git").path("commit").asString());
  }

  /**
   * What a run keeps of it.
   *
   * @param path where the rest is
   */
  ObjectNode embedded(String path) {
    ObjectNode copy = JsonText.MAPPER.createObjectNode();
    copy.set("run_id", root.path("run_id"));
    copy.put("path", path);
    for (String key : List.of("started", "quick", "ok", "failures", "git", "driver")) {
      copy.set(key, root.path(key));
    }
    for (String key :
        List.of(CalibrationSummary.TRUTH, CalibrationSummary.CAPACITY, CalibrationSummary.NOISE)) {
      copy.set(key, root.path(key));
    }
    return copy;
  }
}
