package org.boardbench.store.calibration;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.boardbench.input.InputException;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.CalibrationColumns;
import org.boardbench.results.row.CalibrationRecord;
import org.boardbench.results.table.TableFile;
import org.boardbench.store.file.RunFolder;

/**
 * The folder of one calibration: {@code calibration.csv} and {@code calibration.json}. What a
 * method has stored is on the disk when it returns, so that a calibration that is broken off keeps
 * what it has; only {@link #complete} makes it one that runs may lean on. Not thread-safe.
 *
 * <p>Every {@link IOException} is a {@link StoreException} whose message is one line for a person.
 */
public final class CalibrationStore implements Closeable {
  /** What the names of such folders begin with. */
  static final String NAME = "calibration";

  private final RunFolder folder;
  private final TableFile<CalibrationRecord> rows;
  private final CalibrationJson json;

  private CalibrationStore(
      RunFolder folder, TableFile<CalibrationRecord> rows, CalibrationJson json) {
    this.folder = folder;
    this.rows = rows;
    this.json = json;
  }

  /**
   * A new calibration.
   *
   * @param results gets a folder named after the start, in UTC
   * @param out the folder to use instead; must be empty or absent
   * @throws InputException when {@code out} has content already
   */
  public static CalibrationStore create(Path results, Optional<Path> out, CalibrationOrigin origin)
      throws StoreException, InputException {
    RunFolder folder = RunFolder.create(results, out, NAME, origin.run().epoch());
    CalibrationJson json = CalibrationJson.create(folder.path(), folder.runId(), origin);
    return new CalibrationStore(
        folder, TableFile.create(folder.path(), CalibrationColumns.TABLE), json);
  }

  public Path folder() {
    return folder.path();
  }

  /** Adds a case that has ended. */
  public void append(CalibrationCase ended) throws StoreException {
    rows.append(
        ended.rows().stream().map(row -> new CalibrationRecord(folder.runId(), row)).toList());
    json.add(ended);
  }

  /** Adds the line that says why a case found nothing. */
  public void fail(String failure) throws StoreException {
    json.fail(failure);
  }

  /** Every case has been run. */
  public void complete() throws StoreException {
    json.complete();
  }

  /** A line for each number that missed the truth, and each case that found nothing. */
  public List<String> failures() {
    return json.failures();
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
