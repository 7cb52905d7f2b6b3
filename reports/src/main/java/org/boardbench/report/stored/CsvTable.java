package org.boardbench.report.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file of a stored run (RFC 4180 with a header).
 *
 * @param torn whether the last line was cut off, as by a crash; it is not among the rows
 */
record CsvTable(List<CsvRow> rows, boolean torn) {
  /**
   * Reads a file that must have the given columns; others may be there too.
   *
   * @throws StoredRunException when the file is missing, lacks a column, or is no CSV
   */
  static CsvTable read(Path path, List<String> columns) throws StoredRunException {
    String file = path.getFileName().toString();
    CsvText text = CsvText.of(content(path, file));
    try (CSVParser parser = CSVParser.parse(text.complete(), CSVFormat.RFC4180)) {
      return new CsvTable(rows(parser, file, columns), text.torn());
    } catch (UncheckedIOException | IOException e) {
      throw new StoredRunException(file + ": not a CSV file: " + reason(e));
    }
  }

  private static String content(Path path, String file) throws StoredRunException {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new StoredRunException(file + ": missing");
    } catch (CharacterCodingException e) {
      throw new StoredRunException(file + ": not text in UTF-8");
    } catch (IOException e) {
      throw new StoredRunException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static List<CsvRow> rows(CSVParser parser, String file, List<String> columns)
      throws StoredRunException {
    Iterator<CSVRecord> records = parser.iterator();
    if (!records.hasNext()) {
      throw new StoredRunException(file + ": empty, not even a header");
    }
    List<String> header = records.next().toList();
    check(header, file, columns);
    List<CsvRow> rows = new ArrayList<>();
    // The iterator reads ahead, so the line where a record begins is only known before hasNext().
    long line = parser.getCurrentLineNumber() + 1;
    while (records.hasNext()) {
      rows.add(new CsvRow(file, line, cells(header, records.next(), file, line)));
      line = parser.getCurrentLineNumber() + 1;
    }
    return List.copyOf(rows);
  }

  private static void check(List<String> header, String file, List<String> columns)
      throws StoredRunException {
    List<String> missing = columns.stream().filter(c -> !header.contains(c)).toList();
    if (!missing.isEmpty()) {
      throw new StoredRunException(file + ", line 1: missing column " + String.join(", ", missing));
    }
    if (header.stream().distinct().count() < header.size()) {
      throw new StoredRunException(file + ", line 1: a column appears twice");
    }
  }

  private static Map<String, String> cells(
      List<String> header, CSVRecord record, String file, long line) throws StoredRunException {
    if (record.size() != header.size()) {
      throw new StoredRunException(
          file
              + ", line "
              + line
              + ": must have "
              + header.size()
              + " cells, has "
              + record.size());
    }
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), record.get(i));
    }
    return cells;
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() instanceof CSVException ? e.getCause() : e;
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
