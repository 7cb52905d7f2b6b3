package org.boardbench.view.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.boardbench.view.web.EventLog;
import org.boardbench.view.web.Told;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RunFeedTest {
  private static List<ShownSecond> seconds(int number) {
    return IntStream.range(0, number)
        .mapToObj(second -> new ShownSecond(second, Map.of(SecondFigure.RTT_P95, 1.23456)))
        .toList();
  }

  @Test
  void aRunOfDaysForgetsItsOldestSecondsAndSaysSo() {
    EventLog log = new EventLog("t");
    RunFeed feed = new RunFeed(log, 20_000);
    for (int stage = 1; stage <= 100; stage++) {
      feed.seconds("board-r1", stage, seconds(100));
    }

    List<Told> told = Told.by(log);
    List<JsonNode> kept = Told.all(told, "seconds");
    assertThat(log.bytes()).isLessThan(21_000);
    assertThat(kept.getLast().path("stage").asInt()).isEqualTo(100);
    assertThat(Told.all(told, "note"))
        .singleElement()
        .satisfies(note ->
            assertThat(note.path("text").asString())
                .contains("the first " + (100 - kept.size()) + " stages; timeline.csv has them"));
  }

  @Test
  void aColumnThatNoSecondHasIsNotTold() {
    EventLog log = new EventLog("t");
    new RunFeed(log).seconds("board-r1", 1, seconds(2));

    JsonNode told = Told.by(log).getFirst().data();
    assertThat(told.path("figures").propertyNames()).containsExactly("rtt_p95_ms");
    assertThat(told.path("figures").path("rtt_p95_ms").path(1).asDouble()).isEqualTo(1.235);
    assertThat(told.path("cpu").isEmpty()).isTrue();
  }
}
