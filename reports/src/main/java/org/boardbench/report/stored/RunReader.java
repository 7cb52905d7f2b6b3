package org.boardbench.report.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a results folder, strictly: what it does not understand, it refuses by name. */
public final class RunReader {
  private static final Set<String> STATUSES = Set.of("ok", "failed", "interrupted");

  private final Path folder;
  private final List<String> notes = new ArrayList<>();

  private RunReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the run that is stored in {@code folder}.
   *
   * @throws StoredRunException when the folder holds no run, when a file lacks a column or has a
   *     cell that cannot be read, or when no trial ended well
   */
  public static StoredRun read(Path folder) throws StoredRunException {
    if (!Files.isDirectory(folder)) {
      throw new StoredRunException(folder + ": no such folder");
    }
    try {
      return new RunReader(folder).run();
    } catch (StoredRunException e) {
      throw new StoredRunException(folder + ": " + e.getMessage());
    }
  }

  private StoredRun run() throws StoredRunException {
    JsonNode manifest = manifest();
    List<StoredTrial> all = trials();
    List<StoredStage> stages = stages();
    List<StoredTrial> ok = all.stream().filter(StoredTrial::isOk).toList();
    noteLeftOut(all, stages);
    if (ok.isEmpty()) {
      throw new StoredRunException(
          "trials.csv: no trial with status ok among " + all.size() + ", so nothing to report");
    }
    Set<String> ids = ok.stream().map(StoredTrial::id).collect(Collectors.toSet());
    List<StoredStage> kept = stages.stream().filter(s -> ids.contains(s.trialId())).toList();
    if (kept.isEmpty()) {
      throw new StoredRunException("stages.csv: no row of a trial with status ok");
    }
    return new StoredRun(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        manifest,
        ok,
        kept,
        seconds().stream().filter(s -> ids.contains(s.trialId())).toList(),
        resources().stream().filter(r -> ids.contains(r.trialId())).toList(),
        notes);
  }

  private void noteLeftOut(List<StoredTrial> all, List<StoredStage> stages) {
    all.stream()
        .filter(t -> !t.isOk())
        .map(t -> "Left out: " + t.id() + " " + t.status() + reason(t) + ".")
        .forEach(notes::add);
    Set<String> unfinished = new LinkedHashSet<>();
    stages.forEach(s -> unfinished.add(s.trialId()));
    all.forEach(t -> unfinished.remove(t.id()));
    unfinished.forEach(
        id -> notes.add("Left out: " + id + " has stages but no end in trials.csv."));
  }

  private static String reason(StoredTrial trial) {
    // Reasons may quote a server's last lines; a note is one line.
    String reason = trial.reason().strip().lines().findFirst().orElse("");
    return reason.isEmpty() ? "" : " (" + reason + ")";
  }

  private JsonNode manifest() throws StoredRunException {
    try {
      JsonNode manifest =
          JsonMapper.shared().readTree(Files.readString(folder.resolve("run.json")));
      if (!manifest.isObject()) {
        throw new StoredRunException("run.json: must hold one JSON object");
      }
      return manifest;
    } catch (NoSuchFileException e) {
      throw new StoredRunException("not the folder of a run: run.json is missing");
    } catch (JacksonException e) {
      throw new StoredRunException("run.json: not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new StoredRunException("run.json: cannot be read: " + e.getMessage());
    }
  }

  private List<CsvRow> rows(String file, List<String> columns) throws StoredRunException {
    CsvTable table = CsvTable.read(folder.resolve(file), columns);
    if (table.torn()) {
      notes.add("The last line of " + file + " is cut off and was not read.");
    }
    return table.rows();
  }

  private List<StoredTrial> trials() throws StoredRunException {
    List<StoredTrial> trials = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (CsvRow row :
        rows("trials.csv", List.of("trial_id", "target", "repetition", "status", "reason"))) {
      StoredTrial trial =
          new StoredTrial(
              row.name("trial_id"),
              row.name("target"),
              row.integer("repetition"),
              row.name("status"),
              row.text("reason"));
      if (!STATUSES.contains(trial.status())) {
        throw row.problem(
            "status", "must be ok, failed or interrupted, was \"" + trial.status() + "\"");
      }
      if (!trial.id().matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
        // It becomes part of a file's name.
        throw row.problem("trial_id", "must be letters, digits, . _ -, was \"" + trial.id() + "\"");
      }
      if (!seen.add(trial.id())) {
        throw row.problem("trial_id", "appears twice: \"" + trial.id() + "\"");
      }
      trials.add(trial);
    }
    return trials;
  }

  private List<StoredStage> stages() throws StoredRunException {
    return StageReader.stages(rows("stages.csv", StageReader.COLUMNS));
  }

  private List<StoredSecond> seconds() throws StoredRunException {
    return TimelineReader.seconds(rows("timeline.csv", TimelineReader.SECOND_COLUMNS));
  }

  private List<StoredResource> resources() throws StoredRunException {
    return TimelineReader.resources(rows("resources.csv", TimelineReader.RESOURCE_COLUMNS));
  }
}
