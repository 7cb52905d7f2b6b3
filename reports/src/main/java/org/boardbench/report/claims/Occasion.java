package org.boardbench.report.claims;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.Where;

/**
 * Under what several variants are compared: loads, or one stage by its number, which tells apart
 * stages of one load whose users do different things.
 *
 * @param key where a file says so
 * @param stage counts from 1; empty where the loads say it
 * @param users none where the stage says it
 */
public record Occasion(String key, OptionalInt stage, List<Integer> users) {
  public Occasion {
    users = List.copyOf(users);
  }

  Where where(String variant) {
    return new Where(key, variant, users);
  }

  /** What a run has of it. */
  RunStarts of(RunStarts run) {
    return stage.isPresent() ? run.atStage(stage.getAsInt()) : run;
  }

  /** Whether it means the same as another one. */
  public boolean isSame(Occasion other) {
    return stage.equals(other.stage) && users.equals(other.users);
  }

  /** {@code at 100, 300 users}, {@code in stage 2}. */
  String words() {
    return stage.isPresent()
        ? "in stage " + stage.getAsInt()
        : "at " + users.stream().map(String::valueOf).collect(Collectors.joining(", ")) + " users";
  }
}
