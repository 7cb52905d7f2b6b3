package org.boardbench.results.reason;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.boardbench.results.column.ClientColumns;
import org.junit.jupiter.api.Test;

class ClientReasonTest {
  @Test
  void knowsEveryWordThatRunsStoreAndExplainsItInASentence() {
    assertThat(Arrays.stream(ClientReason.values()).map(ClientReason::key))
        .startsWith(
            "few-joined",
            "few-sent",
            "sent-late",
            "few-returned",
            "few-beyond",
            "miscounted",
            "machine-full",
            "lost-while-full",
            "sentinels-late");
    assertThat(ClientReason.values())
        .allSatisfy(reason -> {
          assertThat(reason.meaning()).matches("[A-Z].{20,}\\.");
          assertThat(ClientReason.of(reason.key())).contains(reason);
          assertThat(reason.figures()).isNotEmpty();
        });
  }

  @Test
  void noWordMeansSomethingElseInStages() {
    assertThat(Arrays.stream(ClientReason.values()).map(ClientReason::key))
        .doesNotContainAnyElementsOf(
            Arrays.stream(ReasonCode.values()).map(ReasonCode::key).toList());
  }

  @Test
  void aRowSaysWhichFiguresItsReasonsAreAbout() {
    List<Reason> reasons =
        List.of(
            new Reason(ClientReason.SENT_LATE, 250, 100),
            new Reason(ClientReason.MACHINE_FULL, 2, 5));

    assertThat(InvalidReason.cell(reasons))
        .isEqualTo("sent-late 250 ms > 100 ms; machine-full 2 % < 5 %");
    assertThat(ClientFigure.cell(ClientReason.figures(reasons))).isEqualTo("rtt sentinel");
    assertThat(ClientFigure.of("rtt sentinel"))
        .isEqualTo(Set.of(ClientFigure.RTT, ClientFigure.SENTINEL));
    assertThat(ClientFigure.of("")).isEmpty();
  }

  @Test
  void everyFigureOfAClientOrASentinelIsOneThatARowMayDisown() {
    assertThat(ClientColumns.TABLE.columns().stream().map(column -> column.name()))
        .filteredOn(name ->
            Arrays.stream(ClientFigure.values()).filter(figure -> figure.has(name)).count() == 1)
        .contains(
            "delivered",
            "loss_pct",
            "rtt_mean_ms",
            "rtt_p95_ms",
            "service_p99_ms",
            "sentinel_lost",
            "sentinel_loss_pct",
            "sentinel_p95_ms")
        .doesNotContain("sent", "books_loss_pct", "client_cpu_mean_pct");
  }
}
