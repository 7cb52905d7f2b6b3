package org.boardbench.contract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.sut.build.ToolCheck;
import org.boardbench.sut.manifest.TargetCatalog;

/**
 * Which targets are put under test: those that other tests start as well, as they are by default,
 * or what {@code -Dboardbench.targets} says, {@code all} or names with commas between, in each way.
 * Two classes take every other one, in a JVM each: one alone would take longer than all that runs
 * beside it.
 */
final class SelectedTargets {
  private static final String ASKED = System.getProperty("boardbench.targets", "");
  private static final int LANES = 2;
  private static final String ALL = "all";

  /** The others would take make test beyond its time: their builds and servers are two thirds. */
  private static final Set<String> USUAL = Set.of("reference", "node-ws", "node-ws-cluster-redis");

  private final Path root;
  private final TargetCatalog catalog;

  /**
   * @param root the project's folder
   */
  SelectedTargets(Path root) {
    this.root = root;
    this.catalog = new TargetCatalog(root);
  }

  /**
   * A lane's targets in the order of the catalog.
   *
   * @param lane 0 or 1
   */
  List<String> ofLane(int lane) {
    List<String> selected = all();
    List<String> own = new ArrayList<>();
    for (int i = lane; i < selected.size(); i += LANES) {
      own.add(selected.get(i));
    }
    return own;
  }

  /** In the order of the catalog. */
  List<String> all() {
    List<String> known = catalog.names();
    Set<String> asked = asked(known);
    if (!known.containsAll(asked)) {
      throw new IllegalArgumentException(
          "boardbench.targets: known are " + known + ", was " + ASKED);
    }
    return known.stream().filter(asked::contains).toList();
  }

  private Set<String> asked(List<String> known) {
    if (ASKED.equals(ALL)) {
      return Set.copyOf(known);
    }
    return isNamed() ? new LinkedHashSet<>(Arrays.asList(ASKED.split(",", -1))) : USUAL;
  }

  /** Whether somebody wants to know all of them. */
  boolean areAskedFor() {
    return !ASKED.isEmpty();
  }

  /** Whether somebody wants these, and no others. */
  boolean isNamed() {
    return !ASKED.isEmpty() && !ASKED.equals(ALL);
  }

  /** What this machine lacks to build and start a target; empty when nothing. */
  List<String> missingTools(String target) throws InputException, InterruptedException {
    return ToolCheck.problems(List.of(catalog.manifest(target)), HostEnvironment.of(root)).stream()
        .map(Problem::toString)
        .toList();
  }
}
