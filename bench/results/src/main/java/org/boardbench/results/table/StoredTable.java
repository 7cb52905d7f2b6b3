package org.boardbench.results.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.boardbench.results.StoreException;

/**
 * What a result file says.
 *
 * @param isTorn whether the last line was cut off, as by a crash; it is not among the rows
 */
public record StoredTable<R>(List<StoredRow<R>> rows, boolean isTorn) {
  /**
   * Reads a file, strictly: it must have all columns of the first edition, and each of its cells
   * must be of its column's type. It may have columns that nobody here knows.
   *
   * @throws StoreException with a line that says where and why; without the folder's name
   */
  public static <R> StoredTable<R> read(Path folder, TableSpec<R> spec) throws StoreException {
    String file = spec.fileName();
    String text = content(folder.resolve(file), file);
    String whole = TornLine.whole(text);
    try (CSVParser parser = CSVParser.parse(whole, CSVFormat.RFC4180)) {
      Iterator<CSVRecord> records = parser.iterator();
      if (!records.hasNext()) {
        throw new StoreException(file + ": empty, not even a header");
      }
      List<String> header = records.next().toList();
      check(header, spec);
      Map<String, Integer> places = StoredRow.places(header);
      boolean isTorn = whole.length() < text.length();
      List<StoredRow<R>> rows = new ArrayList<>();
      // The iterator reads ahead, so the line where a record begins is only known before hasNext().
      long line = parser.getCurrentLineNumber() + 1;
      while (records.hasNext()) {
        CSVRecord record = records.next();
        if (record.size() < header.size() && !records.hasNext()) {
          isTorn = true;
          break;
        }
        StoredRow<R> row = row(places, record, file, line);
        row.check(spec);
        rows.add(row);
        line = parser.getCurrentLineNumber() + 1;
      }
      return new StoredTable<>(List.copyOf(rows), isTorn);
    } catch (StoreException e) {
      throw e;
    } catch (UncheckedIOException | IOException e) {
      throw new StoreException(file + ": not a CSV file: " + reason(e));
    }
  }

  private static String content(Path path, String file) throws StoreException {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new StoreException(file + ": missing");
    } catch (CharacterCodingException e) {
      throw new StoreException(file + ": not text in UTF-8");
    } catch (IOException e) {
      throw new StoreException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static void check(List<String> header, TableSpec<?> spec) throws StoreException {
    List<String> missing =
        spec.columns().stream()
            .filter(column -> !column.isOptional() && !header.contains(column.name()))
            .map(Column::name)
            .toList();
    if (!missing.isEmpty()) {
      throw new StoreException(
          spec.fileName() + ", line 1: missing column " + String.join(", ", missing));
    }
    if (header.stream().distinct().count() < header.size()) {
      throw new StoreException(spec.fileName() + ", line 1: a column appears twice");
    }
  }

  private static <R> StoredRow<R> row(
      Map<String, Integer> places, CSVRecord record, String file, long line) throws StoreException {
    if (record.size() != places.size()) {
      throw new StoreException(
          file
              + ", line "
              + line
              + ": must have "
              + places.size()
              + " cells, has "
              + record.size());
    }
    return new StoredRow<>(file, line, places, record.toList());
  }

  private static String reason(Exception e) {
    Throwable cause = e.getCause() instanceof CSVException ? e.getCause() : e;
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
  }
}
