package org.boardbench.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A result file that grows by whole batches of rows. RFC 4180, a header in its first line. */
final class CsvTable<T> implements Closeable {
  private static final CSVFormat READING =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private final AppendFile file;
  private final List<Column<T>> columns;

  private CsvTable(AppendFile file, List<Column<T>> columns) {
    this.file = file;
    this.columns = columns;
  }

  /** A new file with its header. */
  static <T> CsvTable<T> create(Path path, List<Column<T>> columns) throws StoreException {
    CsvTable<T> table = new CsvTable<>(AppendFile.create(path), columns);
    table.start(path);
    return table;
  }

  /**
   * A file of an earlier process. Its last line is cut off when it was not written to its end. A
   * file of an earlier version lacks the last columns; it goes on without them.
   *
   * @throws StoreException when it is not the file that its name promises, or somebody writes it
   */
  static <T> CsvTable<T> reopen(Path path, List<Column<T>> columns) throws StoreException {
    List<String> found = TornLine.header(path);
    boolean isOlder =
        found.size() < columns.size() && found.equals(header(columns.subList(0, found.size())));
    CsvTable<T> table =
        new CsvTable<>(
            AppendFile.open(path),
            isOlder && !found.isEmpty() ? columns.subList(0, found.size()) : columns);
    table.start(path);
    return table;
  }

  /** Two writers would cut off each other's lines, so the lock comes first. */
  private void start(Path path) throws StoreException {
    boolean isReady = false;
    try {
      if (!file.tryLock()) {
        throw new StoreException(path + " is being written by another process");
      }
      file.truncate(TornLine.wholeLength(path, header(columns)));
      if (file.isEmpty()) {
        file.append(bytes(List.of(header(columns))));
      }
      isReady = true;
    } finally {
      if (!isReady) {
        file.closeQuietly();
      }
    }
  }

  void append(List<T> rows) throws StoreException {
    file.append(
        bytes(
            rows.stream()
                .map(row -> columns.stream().map(column -> column.cell().apply(row)).toList())
                .toList()));
  }

  /** The rows of a file of this shape, cells by name of column. */
  static List<CSVRecord> read(Path path) throws StoreException {
    try (CSVParser parser = CSVParser.parse(path, StandardCharsets.UTF_8, READING)) {
      return parser.getRecords();
    } catch (UncheckedIOException e) {
      throw StoreException.reading(path, e.getCause());
    } catch (IOException e) {
      throw StoreException.reading(path, e);
    }
  }

  /** The line that a file of these columns begins with, without its end. */
  static String headerLine(List<String> names) {
    return CSVFormat.RFC4180.format(names.toArray());
  }

  private static <T> List<String> header(List<Column<T>> columns) {
    return columns.stream().map(Column::name).toList();
  }

  private static byte[] bytes(List<List<String>> lines) {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      text.append(CSVFormat.RFC4180.format(line.toArray())).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
