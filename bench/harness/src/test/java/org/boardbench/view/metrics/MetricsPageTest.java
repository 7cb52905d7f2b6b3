package org.boardbench.view.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.TimeBounds;
import org.boardbench.account.record.TimeCounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsPageTest {
  private static final SeriesLabels TRIAL = SeriesLabels.of("paper-1", "node-ws", "node-ws-r1");

  private Locale defaultLocale;

  @BeforeEach
  void goAbroad() {
    defaultLocale = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
  }

  @AfterEach
  void comeHome() {
    Locale.setDefault(defaultLocale);
  }

  @Test
  void isTheSameTextInEveryLocale() throws IOException {
    MetricsPage page = MetricsPage.now();
    page.add(Metric.SENT, TRIAL.stage(2).phase(Phase.Kind.HOLD), 1_234_567L);
    page.add(Metric.MEMORY, TRIAL.component("server"), 52_428_800.5);

    assertThat(text(page))
        .isEqualTo(
            """
            # HELP boardbench_memory_bytes Resident memory of a component.
            # TYPE boardbench_memory_bytes gauge
            boardbench_memory_bytes{component="server",run="paper-1",target="node-ws",trial="node-ws-r1"} 5.24288005E7
            # HELP boardbench_messages_sent_total Messages that the kernel took.
            # TYPE boardbench_messages_sent_total counter
            boardbench_messages_sent_total{phase="hold",run="paper-1",stage="2",target="node-ws",trial="node-ws-r1"} 1234567.0
            """);
  }

  @Test
  void everyValueOfAPageAtATimeBearsIt() throws IOException {
    MetricsPage page = MetricsPage.at(1_790_000_000_123L);
    page.add(Metric.SENT, TRIAL, 1L);
    page.add(Metric.USERS_JOINED, TRIAL, 2L);
    page.add(Metric.RTT, TRIAL, times(0));

    assertThat(text(page).lines().filter(line -> !line.startsWith("#")))
        .hasSize(2 + TimeBounds.buckets() + 2)
        .allMatch(line -> line.endsWith(" 1790000000123"));
  }

  @Test
  void histogramsAreCumulativeAndInSeconds() throws IOException {
    MetricsPage page = MetricsPage.now();
    page.add(Metric.RTT, TRIAL, times(0, 1_500_000, 1_500_001, Long.MAX_VALUE / 4));

    assertThat(text(page))
        .contains("le=\"5.0E-5\"} 1\n")
        .contains("le=\"0.001\"} 1\n")
        .contains("le=\"0.0015\"} 2\n")
        .contains("le=\"0.002\"} 3\n")
        .contains("le=\"100.0\"} 3\n")
        .contains("le=\"+Inf\"} 4\n")
        .contains("boardbench_rtt_seconds_count{run=\"paper-1\"");
  }

  @Test
  void whatWasNotMeasuredIsAbsentAndTheLastValueOfASeriesCounts() throws IOException {
    MetricsPage page = MetricsPage.now();
    page.add(Metric.MACHINE_IDLE, TRIAL, OptionalDouble.empty());
    page.add(Metric.USERS_JOINED, TRIAL, 1L);
    page.add(Metric.USERS_JOINED, TRIAL, 3L);

    assertThat(text(page)).doesNotContain("idle").contains("} 3.0").doesNotContain("} 1.0");
  }

  private static TimeCounts times(long... ns) {
    List<Long> counts = new ArrayList<>(Collections.nCopies(TimeBounds.buckets(), 0L));
    long sumNs = 0;
    for (long time : ns) {
      int bucket = TimeBounds.bucketOf(time);
      counts.set(bucket, counts.get(bucket) + 1);
      sumNs += time;
    }
    return new TimeCounts(counts, sumNs);
  }

  private static String text(MetricsPage page) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    page.writeTo(text);
    return text.toString(StandardCharsets.UTF_8);
  }
}
