package org.boardbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.boardbench.account.record.KeptTimes;
import org.boardbench.account.record.Phase;
import org.boardbench.account.result.StageResult.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntervalLogsTest {
  @TempDir private Path folder;

  @Test
  void theLibrarysReaderFindsEveryHistogramOfEveryStage() throws Exception {
    IntervalLogs logs = new IntervalLogs(folder, Samples.EPOCH);
    logs.append(Samples.stageResult().intervals());
    logs.append(
        List.of(
            new Interval(
                new Phase(Phase.Kind.HOLD, 2),
                11_000_000_000L,
                12_000_000_000L,
                new KeptTimes(
                    Samples.histogram(5_000_000), Samples.histogram(), Samples.histogram()))));

    try (HistogramLogReader reader = new HistogramLogReader(folder.resolve("rtt.hlog").toFile())) {
      Histogram first = (Histogram) reader.nextIntervalHistogram();
      assertThat(reader.getStartTimeSec()).isEqualTo(Samples.EPOCH.toEpochMilli() / 1e3);
      assertThat(first.getTag()).isEqualTo("h1");
      assertThat(first.getTotalCount()).isEqualTo(2);
      assertThat(first.getMaxValue()).isCloseTo(2_000_000, within(2_000L));
      assertThat(first.getStartTimeStamp()).isEqualTo(Samples.EPOCH.toEpochMilli() + 1000);
      assertThat(first.getEndTimeStamp()).isEqualTo(Samples.EPOCH.toEpochMilli() + 2000);
      Histogram second = (Histogram) reader.nextIntervalHistogram();
      assertThat(second.getTag()).isEqualTo("h2");
      assertThat(second.getStartTimeStamp()).isEqualTo(Samples.EPOCH.toEpochMilli() + 11_000);
      assertThat(reader.nextIntervalHistogram()).isNull();
    }
  }
}
