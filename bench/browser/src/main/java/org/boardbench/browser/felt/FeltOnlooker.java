package org.boardbench.browser.felt;

import java.io.IOException;
import org.boardbench.browser.chromium.Chromium;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.FeltColumns;
import org.boardbench.results.row.FeltRecord;
import org.boardbench.results.table.TableFile;
import org.boardbench.trial.Onlooker;

/** Has a browser look on at every trial of a run, and writes what it felt to {@code felt.csv}. */
public final class FeltOnlooker implements Onlooker, AutoCloseable {
  private final Chromium chromium;
  private final FeltSetting setting;

  /** Null until the first trial, because the run's folder is not known before. */
  private TableFile<FeltRecord> table;

  public FeltOnlooker(Chromium chromium, FeltSetting setting) {
    this.chromium = chromium;
    this.setting = setting;
  }

  @Override
  public Watch watch(Scene scene) throws StoreException, InterruptedException {
    if (table == null) {
      table = TableFile.open(scene.run(), FeltColumns.TABLE); // a run that goes on has one
    }
    return FeltWatch.start(scene, chromium, setting, table);
  }

  @Override
  public void close() throws IOException {
    if (table != null) {
      table.close();
    }
  }
}
