package org.boardbench.cli.progress;

import java.util.Map;
import java.util.TreeSet;

/** What a person is told of images that are not what their names say to others. */
final class LocalBases {
  private LocalBases() {}

  /**
   * One line.
   *
   * @param bases what the bases are made of, by image; at least one
   */
  static String sentence(Map<String, String> bases) {
    return "Images on bases made here, not the official ones: "
        + String.join(", ", new TreeSet<>(bases.keySet()))
        + " ("
        + String.join("; ", new TreeSet<>(bases.values()))
        + ")";
  }
}
