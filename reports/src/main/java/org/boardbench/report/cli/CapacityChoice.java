package org.boardbench.report.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.boardbench.report.claims.FoundCapacities;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.StoredCapacities;

/**
 * Chooses the search for capacities that recommendations are derived from: the one that was asked
 * for, else the one that is kept in the run's own folder.
 */
final class CapacityChoice {
  private static final String OWN = "capacity";

  private CapacityChoice() {}

  /**
   * Empty when nothing was asked for and the run keeps none.
   *
   * @param folder of the run
   * @param wanted the folder that was asked for
   * @throws StoreException when one cannot be read, or the one that was asked for has found nothing
   */
  static Optional<FoundCapacities> of(Path folder, Optional<Path> wanted) throws StoreException {
    Path search = wanted.orElse(folder.resolve(OWN));
    try {
      StoredCapacities stored = StoredCapacities.read(search);
      if (stored.rows().isEmpty() && wanted.isPresent()) {
        throw new StoreException("no capacity is in it; name the folder of a search");
      }
      return stored.rows().isEmpty()
          ? Optional.empty()
          : Optional.of(new FoundCapacities(stored.rows().getFirst().runId(), stored.rows()));
    } catch (StoreException e) {
      throw new StoreException(search + ": " + e.getMessage());
    }
  }
}
