package org.boardbench.profile;

import java.io.IOException;
import org.boardbench.results.StoreException;
import org.boardbench.trial.Onlooker;

/**
 * Profiles the trials that are there for that, and leaves all others to somebody else. Writes
 * {@code profile.csv}, {@code threads.csv} and, in each profiled trial's folder, its stacks.
 */
public final class ProfilingOnlooker implements Onlooker, AutoCloseable {
  private final Onlooker ofOthers;

  /** Null until the first profiled trial, because the run's folder is not known before. */
  private ProfileTables tables;

  /**
   * @param ofOthers looks on at all other trials
   */
  public ProfilingOnlooker(Onlooker ofOthers) {
    this.ofOthers = ofOthers;
  }

  @Override
  public Watch watch(Scene scene) throws StoreException, InterruptedException {
    if (!scene.plan().isProfiled(scene.trial().repetition())) {
      return ofOthers.watch(scene);
    }
    if (tables == null) {
      tables = ProfileTables.of(scene.run());
    }
    return ProfileWatch.start(scene, tables);
  }

  @Override
  public void close() throws IOException {
    if (tables != null) {
      tables.close();
    }
  }
}
