package org.boardbench.results.row;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a server had used up when it could not keep up. The keys are a contract. */
public enum Bottleneck {
  MEMORY(
      "memory or collector", "The server was at its memory limit, or its collector took the time."),
  THREAD(
      "one thread full",
      "One thread of the server took all of a core, while other cores were free."),
  COMPANION("companion", "A companion (a broker, Redis, a proxy) took all that it could have."),
  CORES("all available cores", "The server took all the cores that it could have."),
  NONE("none found", "It could not keep up, and nothing was found that it lacked.");

  private final String words;
  private final String meaning;

  Bottleneck(String words, String meaning) {
    this.words = words;
    this.meaning = meaning;
  }

  /** By its word in results; empty when it is not known here. */
  public static Optional<Bottleneck> of(String key) {
    return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
  }

  /** The word in results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For a table or within a sentence. */
  public String words() {
    return words;
  }

  /** In a sentence. */
  public String meaning() {
    return meaning;
  }
}
