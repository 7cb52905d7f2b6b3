package org.boardbench.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.boardbench.findings.starts.StageBuilder;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.findings.within.StartTimes;
import org.boardbench.report.statistics.LoadVariance;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.stored.StoredTrial;
import org.boardbench.report.stored.TrialTimes;
import org.boardbench.results.column.StageCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.JsonNodeFactory;

class VarianceTableTest {
  @TempDir private Path folder;

  private final List<StoredTrial> trials = new ArrayList<>();
  private final List<StoredStage> rows = new ArrayList<>();

  @Test
  void startsThatDifferAloneAskForMoreStartsAndNoLongerHolds() throws IOException {
    start(1, true, new long[][] {{10, 11}, {10, 11}});
    start(2, true, new long[][] {{20, 21}, {20, 21}});
    start(3, true, new long[][] {{30, 31}, {30, 31}});

    assertThat(cells()).hasSize(1);
    assertThat(cells().getFirst())
        .containsExactly("a", "100", "3", "100", "0", "0", "5 starts, hold 10 s: 2.50 min", "2.00");
  }

  @Test
  void secondsThatDifferAloneAreNoSpreadOfStarts() throws IOException {
    for (int repetition = 1; repetition <= 3; repetition++) {
      start(repetition, true, new long[][] {{10, 10}, {30, 30}, {10, 10}, {30, 30}});
    }

    assertThat(cells().getFirst().subList(3, 6)).containsExactly("0", "100", "0");
  }

  @Test
  void anInvalidStartHasNoSay() throws IOException {
    start(1, true, new long[][] {{10, 11}, {10, 11}});
    start(2, true, new long[][] {{20, 21}, {20, 21}});
    start(3, false, new long[][] {{30, 31}, {30, 31}});

    assertThat(LoadVariance.of(run(), times())).isEmpty();
  }

  @Test
  void theTableOfPercentilesSaysWhatMessagesLeaveOpenOrHowManyItTakes() throws IOException {
    start(1, false, new long[][] {{10, 11, 12, 13, 14, 15, 16, 17}});

    assertThat(PercentileTable.csv(rows, times()).lines().skip(1))
        .containsExactly(
            "a,1,1,100,false,0.5,8,13.000703,10.002431,17.006591,",
            "a,1,1,100,false,0.95,8,17.006591,,,\"needs 72 messages or more, has 8\"",
            "a,1,1,100,false,0.99,8,17.006591,,,\"needs 368 messages or more, has 8\"",
            "a,1,1,100,false,0.999,8,17.006591,,,\"needs 3688 messages or more, has 8\"");
  }

  private List<List<String>> cells() throws IOException {
    return new VarianceTable(LoadVariance.of(run(), times())).cells();
  }

  private StoredRun run() {
    return new StoredRun(
        "run",
        JsonNodeFactory.instance.objectNode(),
        trials,
        rows,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private Map<String, StartTimes> times() throws IOException {
    return TrialTimes.read(run(), folder);
  }

  /** A start of 40 s with a hold of 20 s. */
  private void start(int repetition, boolean isValid, long[][] msOfSeconds) throws IOException {
    StageBuilder row = StageBuilder.row("a", repetition, 100).with(StageCounts.HOLD_S, "20");
    StoredStage built = isValid ? row.build() : row.invalid().build();
    rows.add(built);
    trials.add(new StoredTrial(built.trialId(), "a", repetition, "ok", "", 40));
    Path log = Files.createDirectories(folder.resolve("trials").resolve(built.trialId()));
    try (var out = Files.newOutputStream(log.resolve("rtt.hlog"))) {
      HistogramLogWriter writer = new HistogramLogWriter(out);
      writer.outputLogFormatVersion();
      writer.outputLegend();
      for (int second = 0; second < msOfSeconds.length; second++) {
        Histogram times = new Histogram(3);
        for (long ms : msOfSeconds[second]) {
          times.recordValue(ms * 1_000_000);
        }
        times.setTag("h1");
        writer.outputIntervalHistogram(second, second + 1.0, times, 1e6);
      }
      writer.close();
    }
  }
}
