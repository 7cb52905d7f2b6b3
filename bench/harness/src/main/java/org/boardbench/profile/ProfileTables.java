package org.boardbench.profile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.ProfileColumns;
import org.boardbench.results.column.ThreadColumns;
import org.boardbench.results.row.ProfileRecord;
import org.boardbench.results.row.ThreadRecord;
import org.boardbench.results.table.TableFile;

/** The tables of a run's profiles. */
final class ProfileTables implements Closeable {
  private final TableFile<ProfileRecord> profile;
  private final TableFile<ThreadRecord> threads;

  private ProfileTables(TableFile<ProfileRecord> profile, TableFile<ThreadRecord> threads) {
    this.profile = profile;
    this.threads = threads;
  }

  /** Those of a run; one that goes on has them. */
  static ProfileTables of(Path run) throws StoreException {
    return new ProfileTables(
        TableFile.open(run, ProfileColumns.TABLE), TableFile.open(run, ThreadColumns.TABLE));
  }

  void append(List<ProfileRecord> categories, List<ThreadRecord> kinds) throws StoreException {
    threads.append(kinds);
    profile.append(categories);
  }

  @Override
  public void close() throws IOException {
    try (threads) {
      profile.close();
    }
  }
}
