package org.boardbench.clients.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentinelBookTest {
  private static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00.250Z");
  private static final long SECOND = 1_000_000_000;

  private final SentinelBook book = new SentinelBook(SECOND);

  @Test
  void aMessageCountsOnceOnEachBoardHoweverOftenItComes() {
    book.arrived(0, sent(1, 5), 10);
    book.arrived(0, sent(1, 5), 90);
    book.arrived(0, sent(2, 5), 10);
    book.arrived(1, sent(1, 5), 10);

    assertThat(book.total()).isEqualTo(3);
  }

  @Test
  void whatWasSentBeforeTheHoldOrAfterItIsNotOfIt() {
    book.arrived(0, sent(1, SECOND - 1), 9 * SECOND);
    book.arrived(0, sent(2, SECOND), 2 * SECOND);
    book.arrived(0, sent(3, 2 * SECOND - 1), 5 * SECOND);
    book.arrived(0, sent(4, 2 * SECOND), 9 * SECOND);

    SentinelBook.Sight hold = book.between(SECOND, 2 * SECOND);

    assertThat(hold.seen()).isEqualTo(2);
    assertThat((double) hold.delivery().maxNs()).isBetween(2.99 * SECOND, 3.01 * SECOND);
    assertThat(book.total()).isEqualTo(4);
  }

  @Test
  void aMessageOfOurDriverIsOfTheHoldInWhichItWasDue() {
    book.arrived(
        0,
        new MessageMark("1.h1", 1, OptionalLong.of(2 * SECOND - 1), 2 * SECOND + 1),
        3 * SECOND + 1);

    assertThat(book.between(SECOND, 2 * SECOND).seen()).isEqualTo(1);
    assertThat((double) book.between(SECOND, 2 * SECOND).delivery().maxNs())
        .as("from its sending")
        .isBetween(0.99 * SECOND, 1.01 * SECOND);
  }

  @Test
  void howLateAClientSendsIsSeenAgainstItsOwnMostPunctualMessage() {
    long start = 5 * SECOND;
    for (int number = 0; number < 10; number++) {
      long lateNs = number < 5 ? 0 : SECOND / 2;
      book.arrived(0, sent(number, start + number * SECOND + lateNs), 100 * SECOND);
    }

    assertThat((double) book.between(start, start + 5 * SECOND).sendDelay().maxNs()).isZero();
    assertThat((double) book.between(start, start + 20 * SECOND).sendDelay().maxNs())
        .isBetween(0.49 * SECOND, 0.51 * SECOND);
  }

  @Test
  void theFullestBufferOfAllSentinelsIsKept() {
    book.readLate(20);
    book.readLate(60);
    book.readLate(40);

    assertThat(book.between(0, 1).bufferPct()).isEqualTo(60);
  }

  @Test
  void readsTheFieldsOfOtherClientsByTheWallAndTheStampOfOurDriverByTheRunClock() {
    String fields =
        "{\"type\":\"stroke\",\"boardId\":\"b0\",\"userId\":\"u3\",\"seq\":7,\"sentMs\":1767225601251.5}";
    String stamp =
        "{\"type\":\"stroke\",\"boardId\":\"b0\",\"userId\":\"u3\",\"stamp\":\"3.7.h1.1000.1200\"}";

    assertThat(MessageMark.of(fields, EPOCH))
        .contains(new MessageMark("u3", 7, OptionalLong.empty(), 1_001_500_000));
    assertThat(MessageMark.of(stamp, EPOCH))
        .contains(new MessageMark("3.h1", 7, OptionalLong.of(1000), 1200));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"userId\":\"u3\",\"seq\":7}",
        "{\"userId\":3,\"seq\":7,\"sentMs\":1}",
        "{\"stamp\":\"3.7.h1\"}",
        "{\"stamp\":\"3.x.h1.1.2\"}",
        "{\"type\":\"joined\",\"boardId\":\"b0\",\"userId\":\"u3\"}"
      })
  void aTextWithoutAMarkHasNone(String text) {
    assertThat(MessageMark.of(text, EPOCH)).isEmpty();
  }

  private static MessageMark sent(long number, long sentNs) {
    return new MessageMark("u1", number, OptionalLong.empty(), sentNs);
  }
}
