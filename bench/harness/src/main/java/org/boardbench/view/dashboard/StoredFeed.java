package org.boardbench.view.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.ResourceColumns;
import org.boardbench.results.column.SecondColumns;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.TrialColumns;
import org.boardbench.results.row.ResourceRecord;
import org.boardbench.results.row.SecondRecord;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.row.TrialRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.StoredRun;
import org.boardbench.view.terminal.table.ResultTable;
import org.boardbench.view.web.EventLog;
import tools.jackson.databind.node.ObjectNode;

/** Tells pages of a stored run what they would have heard while it ran, all at once. */
public final class StoredFeed {
  private final StoredRun run;
  private final RunFeed feed;
  private final Map<String, List<StoredRow<SecondRecord>>> seconds;
  private final Map<String, List<StoredRow<ResourceRecord>>> resources;

  private StoredFeed(StoredRun run, RunFeed feed) {
    this.run = run;
    this.feed = feed;
    this.seconds =
        run.seconds().stream()
            .collect(Collectors.groupingBy(row -> row.text(SecondColumns.TRIAL_ID)));
    this.resources =
        run.resources().stream()
            .collect(Collectors.groupingBy(row -> row.text(ResourceColumns.TRIAL_ID)));
  }

  /**
   * Fills a log with a run.
   *
   * @param version of the harness
   * @throws StoreException when a file of the run cannot be read
   */
  public static void fill(EventLog log, StoredRun run, String version) throws StoreException {
    // All of it: nothing is measured meanwhile.
    RunFeed feed = new RunFeed(log, Long.MAX_VALUE);
    feed.hello(false, version);
    new StoredFeed(run, feed).tell();
  }

  private void tell() throws StoreException {
    ObjectNode event = RunFeed.event().put("id", run.runId());
    event.put("folder", run.folder().toString());
    event.put("trials", run.results().trials().size());
    feed.run(run.plan(), event);
    int position = 0;
    for (StoredRow<TrialRecord> trial : inOrder()) {
      position++;
      tell(trial, position);
    }
    feed.over(ResultTable.summary(run.folder()), run.folder().toString());
  }

  private List<StoredRow<TrialRecord>> inOrder() {
    List<StoredRow<TrialRecord>> trials = new ArrayList<>(run.results().trials());
    trials.sort(Comparator.comparing(trial -> trial.text(TrialColumns.START)));
    return trials;
  }

  private void tell(StoredRow<TrialRecord> trial, int position) {
    String id = trial.text(TrialColumns.TRIAL_ID);
    ObjectNode event = RunFeed.event().put("id", id);
    event.put("target", trial.text(TrialColumns.TARGET));
    event.put("repetition", trial.number(TrialColumns.REPETITION));
    event.put("position", position);
    event.put("task", "");
    feed.tell("trial", event);
    Map<Integer, ShownSecond> used = used(id);
    for (StoredRow<StageRecord> row : run.results().stages()) {
      if (row.text(StageCounts.TRIAL_ID).equals(id)) {
        tell(id, row, used);
      }
    }
    feed.end(RunFeed.event(), id, trial.text(TrialColumns.STATUS), trial.text(TrialColumns.REASON));
  }

  private void tell(String trial, StoredRow<StageRecord> row, Map<Integer, ShownSecond> used) {
    int stage = row.number(StageCounts.STAGE);
    ObjectNode event = RunFeed.event().put("trial", trial).put("stage", stage);
    event.put("users", row.number(StageCounts.USERS));
    event.put("hold_s", row.figure(StageCounts.HOLD_S));
    feed.tell("stage", event);
    List<ShownSecond> ofStage =
        seconds.getOrDefault(trial, List.of()).stream()
            .filter(second -> second.number(SecondColumns.STAGE) == stage)
            .map(second ->
                new ShownSecond(second.number(SecondColumns.SECOND), SecondFigure.of(second)))
            .map(second ->
                Optional.ofNullable(used.get(second.number()))
                    .map(second::completedBy)
                    .orElse(second))
            .toList();
    feed.seconds(trial, stage, ofStage);
    feed.row(RunFeed.event(), row);
  }

  /** What the components of a trial used, by second. */
  private Map<Integer, ShownSecond> used(String trial) {
    Map<Integer, Map<String, Double>> cpu = new HashMap<>();
    Map<Integer, Map<String, Double>> memory = new HashMap<>();
    for (StoredRow<ResourceRecord> row : resources.getOrDefault(trial, List.of())) {
      int second = row.number(ResourceColumns.SECOND);
      String component = row.text(ResourceColumns.COMPONENT);
      Map<String, Double> cpuOfSecond = cpu.computeIfAbsent(second, first -> new LinkedHashMap<>());
      row.measured(ResourceColumns.CPU_PCT).ifPresent(value -> cpuOfSecond.put(component, value));
      Map<String, Double> memoryOfSecond =
          memory.computeIfAbsent(second, first -> new LinkedHashMap<>());
      row.measured(ResourceColumns.MEMORY_MIB)
          .ifPresent(value -> memoryOfSecond.put(component, value));
    }
    Map<Integer, ShownSecond> used = new HashMap<>();
    cpu.forEach((second, pct) ->
        used.put(second, new ShownSecond(second, Map.of(), pct, memory.get(second))));
    return used;
  }
}
