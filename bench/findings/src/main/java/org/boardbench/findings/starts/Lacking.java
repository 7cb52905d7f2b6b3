package org.boardbench.findings.starts;

import java.util.List;
import java.util.stream.Collectors;

/** Names of which a run knows nothing. */
public final class Lacking {
  private Lacking() {}

  /** What a run does not have; empty when it has all that is looked at. */
  public static String of(Where where, RunStarts starts) {
    if (!starts.has(where.variant())) {
      return "the run has no variant " + where.variant();
    }
    List<Integer> unknown =
        where.users().stream().filter(users -> !starts.users().contains(users)).toList();
    return unknown.isEmpty() ? "" : "the run has no stage of " + numbers(unknown) + " users";
  }

  /** The same, with what a run has instead, for who misspelt a name. */
  public static String withAllThatIsThere(Where where, RunStarts starts) {
    String lacking = of(where, starts);
    if (lacking.isEmpty()) {
      return "";
    }
    return lacking
        + (starts.has(where.variant())
            ? ", only of " + numbers(starts.users())
            : ", only " + String.join(", ", starts.variants()));
  }

  private static String numbers(List<Integer> users) {
    return users.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
