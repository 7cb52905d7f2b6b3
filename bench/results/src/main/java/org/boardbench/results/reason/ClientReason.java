package org.boardbench.results.reason;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Why figures of a row of {@code clients.csv} may not be believed, in the order in which rows have
 * it, which figures these are, and from which bound on. The words are a contract. That a client is
 * slow, or loses what the server sent, is what such a row is to show, and no reason.
 */
public enum ClientReason implements Code {
  FEW_JOINED(
      "So few of the planned users joined: the server had less to do than the row says.",
      "see client.log and target.log, or take fewer users",
      Bound.percent(100, "Least share of the users that must have joined, in percent."),
      EnumSet.allOf(ClientFigure.class)),
  FEW_SENT(
      "The client sent so few of its scheduled messages: the server had less to do than the row"
          + " says.",
      "take fewer users, or a client that can send so much",
      Bound.percent(
          99, "Least share of the scheduled messages that must have been sent, in percent."),
      EnumSet.allOf(ClientFigure.class)),
  SENT_LATE(
      "Messages left the client late, at p99, and its RTT, which counts from the send, leaves that"
          + " out.",
      "take fewer users, or compare service times alone",
      Bound.ms(100, "Most that a message may leave late, at p99."),
      EnumSet.of(ClientFigure.RTT)),
  FEW_RETURNED(
      "So few of the client's own messages came back to it: its percentiles speak of these alone.",
      "take fewer users, or a longer drain",
      Bound.percent(99, "Least share of the sent messages that an RTT is known of, in percent."),
      EnumSet.of(ClientFigure.RTT)),
  FEW_BEYOND(
      "So few messages lie beyond the 95th percentile that it is up to chance.",
      "hold longer (--hold) or take more users",
      Bound.count(10, 1, 1_000_000, "Fewest messages beyond the 95th percentile."),
      EnumSet.of(ClientFigure.RTT, ClientFigure.SENTINEL)),
  MISCOUNTED(
      "The sentinels saw more messages of the hold than the client says it sent: the two do not"
          + " speak of the same hold.",
      "see the client's README for how it counts",
      Bound.percent(1, "Most messages that may have been seen and not counted, in percent."),
      EnumSet.of(ClientFigure.LOSS, ClientFigure.SENTINEL_LOSS)),
  MACHINE_FULL(
      "Client and server left so little of the machine idle: each waited for the other's cores, and"
          + " what the sentinels saw is not the server's alone.",
      "take fewer users, or a machine with more cores",
      Bound.percent(5, "Least share of all cores that must have been idle, in percent."),
      EnumSet.of(ClientFigure.SENTINEL)),
  LOST_WHILE_FULL(
      "The sentinels lost messages while the client used so much of a core: a client that does not"
          + " read can hold the server up, or have it cut connections.",
      "take fewer users, or a client that can read so much",
      Bound.percent(
          85, "Most CPU of a client beside which the sentinels lose something, in percent."),
      EnumSet.of(ClientFigure.SENTINEL_LOSS)),
  SENTINELS_LATE(
      "The sentinels were read so late that a receive buffer filled by so much, and the server may"
          + " have been kept from sending.",
      "give the machine more cores, or take fewer users",
      Bound.percent(50, "Fullest that a sentinel's receive buffer may become, in percent."),
      EnumSet.allOf(ClientFigure.class));

  private final String meaning;
  private final String remedy;

  @SuppressWarnings("ImmutableEnumChecker") // A record of values.
  private final Bound bound;

  @SuppressWarnings("ImmutableEnumChecker") // The set never changes.
  private final Set<ClientFigure> figures;

  ClientReason(String meaning, String remedy, Bound bound, Set<ClientFigure> figures) {
    this.meaning = meaning;
    this.remedy = remedy;
    this.bound = bound.named(key());
    this.figures = Set.copyOf(figures);
  }

  /** By its word in results, such as {@code few-sent}; empty when it is not known here. */
  public static Optional<ClientReason> of(String key) {
    return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
  }

  @Override
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public String remedy() {
    return remedy;
  }

  /** Its usual value holds: no plan sets it. */
  @Override
  public Bound bound() {
    return bound;
  }

  /** Which figures of the row may not be believed. */
  public Set<ClientFigure> figures() {
    return figures;
  }

  /** All that one of the reasons is about; a reason of other rows is about none. */
  public static Set<ClientFigure> figures(List<Reason> reasons) {
    Set<ClientFigure> all = EnumSet.noneOf(ClientFigure.class);
    for (Reason reason : reasons) {
      if (reason.code() instanceof ClientReason of) {
        all.addAll(of.figures);
      }
    }
    return all;
  }
}
