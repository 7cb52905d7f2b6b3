package org.boardbench.view.terminal.table;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.boardbench.core.ThisProgram;
import org.boardbench.findings.capacity.SearchSoFar;
import org.boardbench.findings.ranking.Floors;
import org.boardbench.findings.starts.FaultedStages;
import org.boardbench.findings.starts.RunStarts;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.results.OneLine;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.CapacityColumns;
import org.boardbench.results.column.StoredCapacities;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.CapacityRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.ResultStore;
import org.boardbench.store.StoredResults;
import tools.jackson.databind.JsonNode;

/**
 * The results as a table, read back from the run's files, so that it says what is stored, and a
 * resumed run is whole. A row is a target with a stage; several repetitions become their median. Of
 * a search for capacities a row is a variant with an objective.
 */
public final class ResultTable {
  private ResultTable() {}

  /**
   * Prints it, with where everything is and what to do about what failed.
   *
   * @param width of the terminal; empty where {@code out} is none, and no column is left out
   */
  public static void print(Path run, PrintStream out, OptionalInt width) throws StoreException {
    StoredResults results = StoredResults.read(run);
    StoredCapacities capacities = StoredCapacities.read(run);
    if (capacities.rows().isEmpty()) {
      out.print(render(results, width));
      String recovery = RecoveryTable.of(results.faults(run), ResultStore.confidenceOf(run)).text();
      out.print(recovery.isEmpty() ? "" : recovery + "\n");
      out.print(summary(run, results, width));
    } else {
      out.print(render(results, capacities, ResultStore.planOf(run)));
    }
    out.println("Results: " + run);
    boolean isSearch = Files.exists(run.resolve(CapacityColumns.TABLE.fileName()));
    out.print(whatNext(results, isSearch ? Optional.of(capacities) : Optional.empty(), run));
    out.flush();
  }

  /**
   * What a run's rows say in ten lines at most; empty where they say nothing, and of a search.
   *
   * @throws StoreException when its files cannot be read
   */
  public static String summary(Path run) throws StoreException {
    return Files.exists(run.resolve(CapacityColumns.TABLE.fileName()))
        ? ""
        : summary(run, StoredResults.read(run), OptionalInt.empty());
  }

  private static String summary(Path run, StoredResults results, OptionalInt width)
      throws StoreException {
    JsonNode plan = ResultStore.planOf(run);
    return SummaryLines.of(
        RunStarts.of(results.judged(), results.failedStarts(), FaultedStages.of(plan)),
        new Floors(plan),
        ResultStore.confidenceOf(run),
        ResultStore.noiseOf(run).rttP95(),
        width);
  }

  /**
   * A line with its end, or nothing.
   *
   * @param search empty where the run is none
   */
  static String whatNext(StoredResults results, Optional<StoredCapacities> search, Path run) {
    boolean areOk = results.trials().stream().allMatch(ResultTable::isOk);
    if (search.isEmpty()) {
      return areOk ? "" : "Run again what is not ok: " + ThisProgram.resuming(run) + "\n";
    }
    Set<String> found =
        search.get().results().stream().map(CapacityRecord::target).collect(Collectors.toSet());
    boolean isWhole =
        results.trials().stream()
            .allMatch(trial -> found.contains(trial.text(TrialColumns.TARGET)));
    if (!isWhole) {
      return "Go on with the search: " + ThisProgram.resuming(run) + "\n";
    }
    return areOk
        ? ""
        : "Starts that failed count with what they measured; only a new search has others.\n";
  }

  static String render(StoredResults results, OptionalInt width) {
    StringBuilder text = new StringBuilder("\n");
    List<StoredStage> stages = results.judged();
    List<ResultGroup> groups = groups(stages);
    if (!groups.isEmpty()) {
      GroupNames names = GroupNames.of(groups);
      ResultColumns columns = ResultColumns.of(groups, names, width);
      text.append(columns.text(groups))
          .append(new ResultLegend(groups, names, columns).text())
          .append(DroppedUsers.text(groups, names));
    }
    return text.append(ValidRows.of(stages).text("those marked ! are not"))
        .append(profiled(results))
        .append(failures(results))
        .append('\n')
        .toString();
  }

  /**
   * Of a search: its holds are too many to be listed.
   *
   * @param plan as the run's file has it
   */
  static String render(StoredResults results, StoredCapacities capacities, JsonNode plan) {
    return "\n"
        + new CapacityTable(capacities, new SearchSoFar(capacities.rows(), plan).results()).text()
        + ValidRows.of(results.judged()).text("the others decided nothing")
        + failures(results)
        + '\n';
  }

  private static String profiled(StoredResults results) {
    long trials = results.trials().stream().filter(results::isProfiled).count();
    return trials == 0
        ? ""
        : (trials == 1 ? " 1 trial was" : " " + trials + " trials were")
            + " there for a profile alone: profile.csv has it, and no figure here.\n";
  }

  private static String failures(StoredResults results) {
    return results.trials().stream()
        .filter(trial -> !isOk(trial))
        .map(ResultTable::failure)
        .collect(Collectors.joining());
  }

  private static boolean isOk(StoredRow<TrialRecord> trial) {
    return trial.text(TrialColumns.STATUS).equals(TrialRecord.OK);
  }

  private static String failure(StoredRow<TrialRecord> trial) {
    return " "
        + trial.text(TrialColumns.TRIAL_ID)
        + " "
        + trial.text(TrialColumns.STATUS)
        + ": "
        + OneLine.of(trial.text(TrialColumns.REASON))
        + "\n";
  }

  private static List<ResultGroup> groups(List<StoredStage> stages) {
    Map<ResultGroup.Key, ResultGroup> groups =
        new TreeMap<>(
            Comparator.comparing(ResultGroup.Key::target)
                .thenComparingInt(ResultGroup.Key::stage)
                .thenComparingInt(ResultGroup.Key::users));
    for (StoredStage row : stages) {
      groups.computeIfAbsent(ResultGroup.Key.of(row), ResultGroup::new).add(row);
    }
    return List.copyOf(groups.values());
  }
}
