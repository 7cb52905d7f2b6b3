package org.boardbench.report.stored;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns records of {@code stages.csv} into rows. */
final class StageReader {
  static final List<String> COLUMNS =
      Stream.concat(
              Stream.of(
                  "trial_id",
                  "target",
                  "repetition",
                  "stage",
                  "users",
                  "arrival_clock",
                  "valid",
                  "invalid_reasons"),
              Arrays.stream(StageFigure.values())
                  .filter(figure -> !figure.isOptional())
                  .map(StageFigure::column))
          .toList();

  private StageReader() {}

  static List<StoredStage> stages(List<CsvRow> rows) throws StoredRunException {
    List<StoredStage> stages = new ArrayList<>();
    for (CsvRow row : rows) {
      Map<StageFigure, Double> figures = new EnumMap<>(StageFigure.class);
      for (StageFigure figure : StageFigure.values()) {
        figures.put(figure, row.figure(figure.column()));
      }
      Map<StageText, String> texts = new EnumMap<>(StageText.class);
      for (StageText text : StageText.values()) {
        texts.put(text, row.text(text.column()));
      }
      stages.add(
          new StoredStage(
              row.name("trial_id"),
              row.name("target"),
              row.integer("repetition"),
              row.integer("stage"),
              row.integer("users"),
              figures,
              row.text("arrival_clock"),
              row.verdict("valid"),
              reasons(row),
              texts));
    }
    return stages;
  }

  private static List<InvalidReason> reasons(CsvRow row) throws StoredRunException {
    String cell = row.text("invalid_reasons");
    if (!cell.isEmpty() && row.verdict("valid").orElse(true)) {
      throw row.problem("invalid_reasons", "must be empty unless valid is false");
    }
    return InvalidReason.of(cell);
  }
}
