package org.boardbench.results.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.boardbench.results.StoreException;

/** A result file that grows by whole batches of rows. RFC 4180, a header in its first line. */
public final class TableFile<R> implements Closeable {
  private final AppendFile file;
  private final TableSpec<R> spec;

  private TableFile(AppendFile file, TableSpec<R> spec) {
    this.file = file;
    this.spec = spec;
  }

  /** A new file with its header. */
  public static <R> TableFile<R> create(Path folder, TableSpec<R> spec) throws StoreException {
    Path path = folder.resolve(spec.fileName());
    TableFile<R> table = new TableFile<>(AppendFile.create(path), spec);
    table.start(path);
    return table;
  }

  /**
   * A file of an earlier process. Its last line is cut off when it was not written to its end. A
   * file of an earlier edition lacks the last columns; it goes on without them.
   *
   * @throws StoreException when it is not the file that its name promises, or somebody writes it
   */
  public static <R> TableFile<R> reopen(Path folder, TableSpec<R> spec) throws StoreException {
    Path path = folder.resolve(spec.fileName());
    List<String> found = TornLine.header(path);
    int number = found.size();
    boolean isOlder =
        number > 0
            && number < spec.columns().size()
            && found.equals(spec.header().subList(0, number));
    TableFile<R> table =
        new TableFile<>(AppendFile.open(path), isOlder ? spec.firstColumns(number) : spec);
    table.start(path);
    return table;
  }

  /** The file of an earlier process where there is one, else a new one. */
  public static <R> TableFile<R> open(Path folder, TableSpec<R> spec) throws StoreException {
    return Files.exists(folder.resolve(spec.fileName()))
        ? reopen(folder, spec)
        : create(folder, spec);
  }

  /** Two writers would cut off each other's lines, so the lock comes first. */
  private void start(Path path) throws StoreException {
    boolean isReady = false;
    try {
      if (!file.tryLock()) {
        throw new StoreException(path + " is being written by another process");
      }
      file.truncate(TornLine.wholeLength(path, spec.header()));
      if (file.isEmpty()) {
        file.append(bytes(List.of(spec.header())));
      }
      isReady = true;
    } finally {
      if (!isReady) {
        file.closeQuietly();
      }
    }
  }

  public void append(List<R> rows) throws StoreException {
    file.append(
        bytes(
            rows.stream()
                .map(
                    row -> spec.columns().stream().map(column -> column.cell().apply(row)).toList())
                .toList()));
  }

  /** The line that a file of these columns begins with, without its end. */
  static String headerLine(List<String> names) {
    return CSVFormat.RFC4180.format(names.toArray());
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
