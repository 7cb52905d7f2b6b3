package org.boardbench.cli.progress;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.boardbench.store.CalibrationChoice;

/** What a person is told of the preparations for a run or a calibration, a line each. */
final class Preparations {
  static final String DRIVER_WARMS_UP = "Driver warms up";

  private Preparations() {}

  static String calibration(CalibrationChoice calibration) {
    return "Calibration: " + calibration.note();
  }

  static String build(String target, Path log) {
    return "Preparing " + target + " (log: " + log + ")";
  }

  /**
   * That images are not what their names say to others.
   *
   * @param bases what the bases are made of, by image; at least one
   */
  static String localBases(Map<String, String> bases) {
    return "Images on bases made here, not the official ones: "
        + String.join(", ", new TreeSet<>(bases.keySet()))
        + " ("
        + String.join("; ", new TreeSet<>(bases.values()))
        + ")";
  }
}
