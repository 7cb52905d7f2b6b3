package org.boardbench.report.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.boardbench.results.column.StageExtras;

/** What a server had used up when it could not keep up, by the words in which runs store it. */
public enum Bottleneck {
  THREAD("One thread of the server took all of a core, while other cores were free."),
  CORES("The server took all the cores that it could have."),
  MEMORY("The server was at its memory limit, or its collector took the time."),
  COMPANION("A companion (a broker, Redis, a proxy) took all that it could have.");

  /** The word where a server could not keep up and nothing was found that it lacked. */
  public static final String NONE = "none";

  private final String meaning;

  Bottleneck(String meaning) {
    this.meaning = meaning;
  }

  /** By its word in results; empty when it is not known here. */
  public static Optional<Bottleneck> of(String word) {
    return Arrays.stream(values()).filter(known -> known.key().equals(word)).findFirst();
  }

  /** What most of the repetitions lacked; empty when none lacked anything that is known here. */
  public static Optional<Bottleneck> of(StageGroup group) {
    return group.words(StageExtras.BOTTLENECK).stream().flatMap(w -> of(w).stream()).findFirst();
  }

  /** The word in results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** In a sentence. */
  public String meaning() {
    return meaning;
  }
}
