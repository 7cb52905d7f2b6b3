package org.boardbench.view.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private final EventLog log = new EventLog("a1");

  @Test
  void keepsWhatIsToldInItsOrderAndSaysThatThereIsMore() {
    AtomicInteger news = new AtomicInteger();
    log.listen(news::incrementAndGet);
    log.append("row", "{\"a\":\"line\\nbreak\"}");
    log.append("over", "{}");

    assertThat(Told.by(log)).extracting(Told::id).containsExactly("a1-1", "a1-2");
    assertThat(Told.by(log).getFirst().data().path("a").asString()).isEqualTo("line\nbreak");
    assertThat(news).hasValue(2);
  }

  @Test
  void whatIsTakenOutIsNotToldAndTheNumbersGoOn() {
    long first = log.append("second", "{}");
    long bytes = log.bytes();
    log.append("second", "{}");
    log.remove(List.of(first, 77L));
    log.append("row", "{}");

    assertThat(Told.by(log)).extracting(Told::id).containsExactly("a1-2", "a1-3");
    assertThat(log.after(1).orElseThrow().getKey()).isEqualTo(2);
    assertThat(log.bytes()).isBetween(bytes, 2 * bytes);
  }

  @Test
  void knowsItsOwnEventsAndTakesThoseOfAnotherRunForNone() {
    log.append("row", "{}");

    assertThat(log.number("a1-1")).isEqualTo(1);
    assertThat(List.of("", "a1-2", "b2-1", "a1-", "a1--1", "a1-9999999999999999999"))
        .allSatisfy(other -> assertThat(log.number(other)).isZero());
  }
}
