package org.boardbench.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.boardbench.input.InputException;
import org.boardbench.results.FileNames;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.MicroColumns;
import org.boardbench.results.row.MicroRecord;
import org.boardbench.results.row.MicroRow;
import org.boardbench.results.table.TableFile;
import org.boardbench.store.file.JsonText;
import org.boardbench.store.file.RunFolder;

/**
 * The folder of one run of microbenchmarks: {@code run.json}, {@code micro.csv} and {@code
 * micro.json}. What a method has stored is on the disk when it returns, so that a run that is
 * broken off keeps what it has. Not thread-safe.
 *
 * <p>Every {@link IOException} is a {@link StoreException} whose message is one line for a person.
 */
public final class MicroStore implements Closeable {
  /** What the names of such folders begin with. */
  private static final String NAME = "micro";

  private final RunFolder folder;
  private final boolean isQuick;
  private final TableFile<MicroRecord> rows;
  private final MicroJson json;

  private MicroStore(
      RunFolder folder, boolean isQuick, TableFile<MicroRecord> rows, MicroJson json) {
    this.folder = folder;
    this.isQuick = isQuick;
    this.rows = rows;
    this.json = json;
  }

  /**
   * A new run.
   *
   * @param results gets a folder named after the start, in UTC
   * @param out the folder to use instead; must be empty or absent
   * @throws InputException when {@code out} has content already
   */
  public static MicroStore create(Path results, Optional<Path> out, MicroOrigin origin)
      throws StoreException, InputException {
    RunFolder folder = RunFolder.create(results, out, NAME, origin.started());
    // First, because it tells the folder from a sweep's.
    TableFile<MicroRecord> rows = TableFile.create(folder.path(), MicroColumns.TABLE);
    MicroJson json = MicroJson.create(folder.path(), folder.runId(), origin);
    return new MicroStore(folder, origin.isQuick(), rows, json);
  }

  public Path folder() {
    return folder.path();
  }

  /**
   * Adds a benchmark that has ended.
   *
   * @param jmhJson the whole of {@code micro.json}, this benchmark included
   */
  public void append(MicroRow row, String jmhJson) throws StoreException {
    rows.append(List.of(new MicroRecord(folder.runId(), isQuick, row)));
    JsonText.write(folder.path().resolve(FileNames.JMH), jmhJson);
  }

  /** Adds the line that says why a benchmark found nothing. */
  public void fail(String failure) throws StoreException {
    json.fail(failure);
  }

  /** Adds a warning of JMH's, once. */
  public void warn(String warning) throws StoreException {
    json.warn(warning);
  }

  /** Adds a setting that shows only while benchmarks run. */
  public void setting(String name, String value) throws StoreException {
    json.setting(name, value);
  }

  /** Every benchmark has been tried. */
  public void complete() throws StoreException {
    json.complete();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
