package org.boardbench.store.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.results.StoreException;
import org.boardbench.store.origin.RunOrigin;
import org.boardbench.store.origin.SourceHistory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calibration that a run leans on: the newest one in the results folder that was made on this
 * machine, and since which neither the driver nor the reference server has changed. Others are
 * named with the reason and not used, whatever is wrong with them.
 */
public final class CalibrationChoice {
  private static final int NAMED = 3;
  private static final String HOW = "make calibrate makes one";

  private final Optional<ObjectNode> chosen;
  private final String note;

  private CalibrationChoice(Optional<ObjectNode> chosen, String note) {
    this.chosen = chosen;
    this.note = note;
  }

  /**
   * Looks through the folders {@code calibration-*} of {@code results}, the newest first.
   *
   * @param root the project's; a path below it is told relative to it
   */
  public static CalibrationChoice among(
      Path results, Path root, RunOrigin origin, SourceHistory source) throws InterruptedException {
    List<String> objections = new ArrayList<>();
    for (Path folder : newestFirst(results, objections)) {
      try {
        StoredCalibration calibration = StoredCalibration.read(folder);
        Optional<String> objection = calibration.objection(origin, source);
        if (objection.isEmpty()) {
          return new CalibrationChoice(
              Optional.of(calibration.embedded(path(folder, root))), note(calibration, objections));
        }
        objections.add(folder.getFileName() + " " + objection.get());
      } catch (StoreException e) {
        objections.add(folder.getFileName() + " cannot be used: " + e.getMessage());
      }
    }
    return new CalibrationChoice(Optional.empty(), none(objections));
  }

  private static List<Path> newestFirst(Path results, List<String> objections) {
    if (!Files.isDirectory(results)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(results)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith(CalibrationStore.NAME + "-"))
          .filter(Files::isDirectory)
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    } catch (IOException e) {
      objections.add(StoreException.reading(results, e).getMessage());
      return List.of();
    }
  }

  private static String path(Path folder, Path root) {
    Path absolute = folder.toAbsolutePath().normalize();
    return (absolute.startsWith(root) ? root.relativize(absolute) : absolute).toString();
  }

  private static String note(StoredCalibration chosen, List<String> objections) {
    String text =
        chosen.runId()
            + (chosen.isQuick() ? ", quick" : "")
            + (chosen.commit().isEmpty() ? "" : ", commit " + chosen.commit())
            + (chosen.isOk() ? "" : ", which missed numbers of its own");
    return objections.isEmpty() ? text : text + "; not used: " + listed(objections);
  }

  private static String none(List<String> objections) {
    return objections.isEmpty()
        ? "none there; " + HOW
        : "none fits; " + HOW + "; not used: " + listed(objections);
  }

  /** Old ones pile up; the newest say enough. */
  private static String listed(List<String> objections) {
    String first = String.join("; ", objections.subList(0, Math.min(NAMED, objections.size())));
    int others = objections.size() - NAMED;
    return others > 0 ? first + "; and " + others + " older" : first;
  }

  /** In a line which one was chosen, and which were not and why. */
  public String note() {
    return note;
  }

  public boolean isPresent() {
    return chosen.isPresent();
  }

  /** For {@code run.json}. */
  public JsonNode embedded() {
    return chosen.map(JsonNode.class::cast).orElse(NullNode.getInstance());
  }
}
