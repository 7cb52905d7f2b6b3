package org.boardbench.input;

import java.util.Arrays;
import java.util.List;

/**
 * A value as its author wrote it.
 *
 * @param key where it is: {@code stages[2].users} in a file, {@code --users} on the command line
 */
public record Entry(String key, String text) {
  /** The parts of a comma-separated list, empty parts included, so that they are noticed. */
  public List<Entry> parts() {
    return Arrays.stream(text.split(",", -1)).map(part -> new Entry(key, part.strip())).toList();
  }
}
