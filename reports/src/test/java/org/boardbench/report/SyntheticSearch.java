package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.boardbench.results.column.CapacityColumns;
import org.boardbench.results.row.CapacityPart;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.table.TableFile;
import org.boardbench.statistics.Estimate;
import org.boardbench.statistics.FigureKind;
import org.boardbench.statistics.Interval;

/**
 * Makes a search for capacities of a synthetic run: three objectives, five starts of each variant,
 * one that the search has not come to the end of, one that carries more than was tried, and one
 * that never keeps the strictest objective.
 */
public final class SyntheticSearch {
  private static final double[] BOUNDS_MS = {10, 50, 250};
  private static final int STARTS = 5;
  private static final int MOST_USERS = 3000;

  private final Random random = new Random(11);
  private final List<CapacityRecord> rows = new ArrayList<>();

  private SyntheticSearch() {}

  /** Writes the run into {@code folder}, which is created. */
  public static Path write(Path folder, int repetitions) throws IOException {
    SyntheticRun.write(folder, repetitions, 1);
    Path manifest = folder.resolve("run.json");
    Files.writeString(
        manifest,
        Files.readString(manifest)
            .replace("\"plan\": {", "\"plan\": {\"capacity\": {\"starts\": 5}, "));
    SyntheticSearch search = new SyntheticSearch();
    search.variant("spring-websocket", 0.05, 1900, 2300, 2600);
    search.variant("spring-stomp", 0.15, 0, 500, 700);
    search.variant("node-ws", 0.03, 1500, 1700, 1750);
    search.variant("node-ws-cluster-redis", 0.08, 700, 800, 900);
    search.variant("fastapi", 0.02, 380, 420, 430);
    search.start("fastapi-workers-redis", 1, 1, OptionalDouble.of(500), OptionalDouble.of(500));
    search.atLeast("reference");
    try (TableFile<CapacityRecord> file = TableFile.create(folder, CapacityColumns.TABLE)) {
      file.append(search.rows);
    }
    return folder;
  }

  private void variant(String target, double spread, int... knees) {
    for (int objective = 1; objective <= knees.length; objective++) {
      List<Double> users = new ArrayList<>();
      int knee = knees[objective - 1];
      for (int start = 1; start <= STARTS; start++) {
        OptionalDouble own =
            knee == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(knee * Math.exp(spread * random.nextGaussian()));
        own.ifPresent(users::add);
        start(target, start, objective, own, own);
      }
      Estimate estimate =
          Estimate.of(FigureKind.CAPACITY, users.stream().mapToDouble(Double::doubleValue));
      Optional<Interval> interval = estimate.bounds().interval();
      result(
          target,
          objective,
          new CapacityRecord.Capacity(
              estimate.mean(),
              interval.map(i -> OptionalDouble.of(i.low())).orElse(OptionalDouble.empty()),
              interval.map(i -> OptionalDouble.of(i.high())).orElse(OptionalDouble.empty()),
              OptionalInt.of(users.size())),
          false);
    }
  }

  private void atLeast(String target) {
    for (int objective = 1; objective <= BOUNDS_MS.length; objective++) {
      start(target, 1, objective, OptionalDouble.of(MOST_USERS), OptionalDouble.empty());
      result(
          target,
          objective,
          new CapacityRecord.Capacity(
              OptionalDouble.of(MOST_USERS),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalInt.of(1)),
          true);
    }
  }

  private void start(
      String target, int start, int objective, OptionalDouble users, OptionalDouble upper) {
    rows.add(
        new CapacityRecord(
            "run",
            target,
            Optional.of(new CapacityRecord.Start(target + "-r" + start, start)),
            CapacityPart.STAIRCASE,
            objective(objective),
            whole(users, 0.98),
            whole(upper, 1.02),
            upper.isEmpty(),
            CapacityRecord.Capacity.ofStart(users),
            density(target, users),
            CapacityRecord.Censored.NONE));
  }

  private void result(
      String target, int objective, CapacityRecord.Capacity capacity, boolean isAtLeast) {
    boolean isConfirmed = objective == BOUNDS_MS.length;
    rows.add(
        new CapacityRecord(
            "run",
            target,
            Optional.empty(),
            CapacityPart.RESULT,
            objective(objective),
            isConfirmed ? whole(capacity.users(), 0.98) : OptionalInt.empty(),
            isConfirmed && !isAtLeast ? whole(capacity.users(), 1.03) : OptionalInt.empty(),
            isAtLeast,
            capacity,
            density(target, capacity.users()),
            CapacityRecord.Censored.NONE));
  }

  private static CapacityRecord.Objective objective(int number) {
    return new CapacityRecord.Objective(number, BOUNDS_MS[number - 1], 0.1, 0);
  }

  private static OptionalInt whole(OptionalDouble users, double factor) {
    return users.isPresent()
        ? OptionalInt.of((int) Math.round(users.getAsDouble() * factor))
        : OptionalInt.empty();
  }

  private static CapacityRecord.Density density(String target, OptionalDouble users) {
    return users.isPresent()
        ? new CapacityRecord.Density(
            OptionalDouble.of(users.getAsDouble() / (target.startsWith("spring") ? 1.7 : 0.97)),
            OptionalDouble.of(users.getAsDouble() / (target.startsWith("spring") ? 4.2 : 0.8)))
        : CapacityRecord.Density.NONE;
  }
}
