package org.boardbench.results.row;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.results.reason.Reason;

/**
 * One row of {@code clients.csv}: a hold that one client drove against a fresh server. Counts and
 * times are of the messages sent in the hold. Empty = the client cannot know it, or nobody measured
 * it.
 *
 * @param rtt of own messages, as the client itself takes it
 * @param service from the moment of sending to the kernel's time of arrival; of our driver alone
 * @param reasons why some of its figures may not be believed
 * @param failure why there are no figures; empty when there are
 */
public record ClientRecord(
    Key key,
    Load load,
    Users users,
    Messages messages,
    TimeFigures rtt,
    TimeFigures service,
    Use use,
    Sentinel sentinel,
    Books books,
    List<Reason> reasons,
    Optional<String> failure) {
  /** Our own driver, among the names of clients. */
  public static final String BOARDBENCH = "boardbench";

  public ClientRecord {
    reasons = List.copyOf(reasons);
  }

  /**
   * A row without figures.
   *
   * @param failure why, if anybody knows
   */
  public static ClientRecord unmeasured(Key key, Load load, Optional<String> failure) {
    return new ClientRecord(
        key,
        load,
        Users.UNKNOWN,
        Messages.UNKNOWN,
        TimeFigures.NONE,
        TimeFigures.NONE,
        Use.UNKNOWN,
        Sentinel.UNKNOWN,
        Books.UNKNOWN,
        List.of(),
        failure);
  }

  /** The same, judged. */
  public ClientRecord withReasons(List<Reason> found) {
    return new ClientRecord(
        key, load, users, messages, rtt, service, use, sentinel, books, found, failure);
  }

  /**
   * Whose a row is.
   *
   * @param client {@link #BOARDBENCH}, or a folder of {@code bench/clients}
   * @param version of what the client is made of
   * @param repetition counts from 1
   * @param order position in the run, counts from 1
   */
  public record Key(
      String runId,
      String target,
      String client,
      Optional<String> version,
      int repetition,
      int order) {}

  /**
   * What was asked of the client.
   *
   * @param ratePerUser messages a second
   */
  public record Load(
      int users, int boards, double ratePerUser, int payloadBytes, double holdS, long scheduled) {}

  /** What became of the users. */
  public record Users(OptionalLong joined, OptionalLong connectFailures, OptionalLong disconnects) {
    public static final Users UNKNOWN =
        new Users(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
  }

  /** What became of the hold's messages, by the client's own count. */
  public record Messages(OptionalLong sent, OptionalLong expected, OptionalLong delivered) {
    public static final Messages UNKNOWN =
        new Messages(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /** {@code expected − delivered}. */
    public OptionalLong lost() {
      return difference(expected, delivered);
    }
  }

  /**
   * What was used; CPU in percent of one core.
   *
   * @param sentinelCpuMeanPct this program beside another client; our driver has it in its own
   */
  public record Use(
      OptionalDouble clientCpuMeanPct,
      OptionalDouble clientMemoryMaxMib,
      OptionalDouble serverCpuMeanPct,
      OptionalDouble sentinelCpuMeanPct,
      OptionalDouble machineIdlePct) {
    public static final Use UNKNOWN =
        new Use(
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());
  }

  /**
   * What our passive users saw, one on each board.
   *
   * @param sent messages of the hold that the client says it sent: each was to reach one of them
   * @param seen those that did
   * @param delivery from the message's own time of sending to the kernel's time of arrival
   * @param sendDelay how much later than due these messages were sent; of clients that do not tell
   *     when one was due, than the most punctual one of the same user
   * @param bufferPct how full a sentinel's receive buffer became, because it was read late
   */
  public record Sentinel(
      OptionalLong sent,
      OptionalLong seen,
      TimeFigures delivery,
      TimeFigures sendDelay,
      OptionalDouble bufferPct) {
    public static final Sentinel UNKNOWN =
        new Sentinel(
            OptionalLong.empty(),
            OptionalLong.empty(),
            TimeFigures.NONE,
            TimeFigures.NONE,
            OptionalDouble.empty());

    /** {@code sent − seen}; below zero where a client sent more than it knows. */
    public OptionalLong lost() {
      return difference(sent, seen);
    }
  }

  /**
   * The server's own books from the client's start to its end, ramp included.
   *
   * @param deliveries messages times members, of the target that counts them
   * @param received what client and sentinels got of these
   */
  public record Books(OptionalLong deliveries, OptionalLong received) {
    public static final Books UNKNOWN = new Books(OptionalLong.empty(), OptionalLong.empty());

    /** {@code deliveries − received}. */
    public OptionalLong lost() {
      return difference(deliveries, received);
    }
  }

  private static OptionalLong difference(OptionalLong whole, OptionalLong part) {
    return whole.isPresent() && part.isPresent()
        ? OptionalLong.of(whole.getAsLong() - part.getAsLong())
        : OptionalLong.empty();
  }
}
