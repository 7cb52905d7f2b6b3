package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.results.column.ClassColumns;

/** Gives a synthetic run message classes. */
public final class SyntheticClasses {
  private SyntheticClasses() {}

  /**
   * Writes {@code classes.csv} into the folder of a run: each class has what {@code stages.csv}
   * says of all messages, and {@code cursor} is droppable, with 2.5 % of its deliveries late.
   */
  public static void add(Path folder, List<String> classes) throws IOException {
    List<String> header = ClassColumns.TABLE.header();
    List<String> lines = new ArrayList<>(List.of(String.join(",", header)));
    try (CSVParser stages =
        CSVParser.parse(
            Files.readString(folder.resolve("stages.csv")),
            CSVFormat.RFC4180.builder().setHeader().get())) {
      for (CSVRecord stage : stages) {
        for (String messageClass : classes) {
          lines.add(
              header.stream()
                  .map(name -> cell(stage, messageClass, name))
                  .collect(Collectors.joining(",")));
        }
      }
    }
    Files.write(folder.resolve("classes.csv"), lines);
  }

  private static String cell(CSVRecord stage, String messageClass, String column) {
    boolean droppable = messageClass.equals("cursor");
    return switch (column) {
      case "class" -> messageClass;
      case "droppable" -> Boolean.toString(droppable);
      case "late_pct" -> droppable ? "2.5" : "";
      case "typical_bytes" -> "300";
      case "typical_deflated_bytes" -> droppable ? "170" : "180";
      default -> stage.isMapped(column) ? stage.get(column) : "";
    };
  }
}
