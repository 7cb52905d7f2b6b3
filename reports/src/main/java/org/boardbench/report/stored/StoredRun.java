package org.boardbench.report.stored;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What one execution of an experiment left on disk. The rows are those of trials that ended well;
 * what was left out, and why, is among the notes.
 *
 * @param name the folder's name
 * @param manifest {@code run.json}
 * @param trials ended well; in the file's order, as all rows
 * @param notes for the reader of a report, one sentence each
 */
public record StoredRun(
    String name,
    JsonNode manifest,
    List<StoredTrial> trials,
    List<StoredStage> stages,
    List<StoredSecond> seconds,
    List<StoredResource> resources,
    List<String> notes) {
  public StoredRun {
    trials = List.copyOf(trials);
    stages = List.copyOf(stages);
    seconds = List.copyOf(seconds);
    resources = List.copyOf(resources);
    notes = List.copyOf(notes);
  }

  /** Repetitions of the target that has most of them. */
  public int repetitions() {
    return (int)
        trials.stream()
            .mapToLong(t -> trials.stream().filter(o -> o.target().equals(t.target())).count())
            .max()
            .orElse(0);
  }
}
