package org.boardbench.view.terminal;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.boardbench.calibrate.CalibrationEvent;
import org.boardbench.store.calibration.CalibrationChoice;
import org.boardbench.trial.events.RunEvent;

/** What a person is told of the preparations for a run or a calibration, a line each. */
public final class Preparations {
  private Preparations() {}

  /** A step of a run. */
  public static String line(RunEvent.Preparation step) {
    return switch (step) {
      case RunEvent.CalibrationChosen(CalibrationChoice calibration) ->
          "Calibration: " + calibration.note();
      case RunEvent.BuildStarted(String target, Path log) -> build(target, log);
      case RunEvent.DashboardOpened(URI address) -> "Watch it at " + address;
      case RunEvent.ImagesOnLocalBases(Map<String, String> bases) -> localBases(bases);
    };
  }

  static String line(CalibrationEvent.Preparation step) {
    return switch (step) {
      case CalibrationEvent.BuildStarted(String target, Path log) -> build(target, log);
      case CalibrationEvent.DriverWarmUpStarted() -> "Driver warms up";
    };
  }

  private static String build(String target, Path log) {
    return "Preparing " + target + " (log: " + log + ")";
  }

  /**
   * That images are not what their names say to others.
   *
   * @param bases what the bases are made of, by image; at least one
   */
  private static String localBases(Map<String, String> bases) {
    return "Images on bases made here, not the official ones: "
        + String.join(", ", new TreeSet<>(bases.keySet()))
        + " ("
        + String.join("; ", new TreeSet<>(bases.values()))
        + ")";
  }
}
