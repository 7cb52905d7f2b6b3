package org.boardbench.scenario.behaviour;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.boardbench.core.Seeds;
import org.boardbench.scenario.chance.Chance;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.MessageSource;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.boardbench.scenario.trace.TraceMessage;
import org.boardbench.scenario.trace.TraceMessages;

/**
 * What was recorded, again and again: each user begins at a time of its own in the trace, so that
 * they do not act as one.
 */
record Trace(TraceMessages messages) implements Behaviour {
  private static final BehaviourKey<TraceMessages> TRACE =
      new BehaviourKey<>("trace", TraceMessages.class, Optional.empty());

  static final BehaviourKind KIND =
      new BehaviourKind("trace", List.of(TRACE), values -> new Trace(values.of(TRACE)));

  @Override
  public BehaviourKind kind() {
    return KIND;
  }

  @Override
  public BehaviourValues values() {
    return BehaviourValues.none().with(TRACE, messages);
  }

  @Override
  public double ratePerUser() {
    return messages.list().size() * MessageSource.NS_PER_S / messages.lengthNs();
  }

  @Override
  public PayloadSizes sizes() {
    int smallest = messages.list().stream().mapToInt(TraceMessage::bytes).min().orElseThrow();
    int largest = messages.list().stream().mapToInt(TraceMessage::bytes).max().orElseThrow();
    return new PayloadSizes(smallest, largest);
  }

  @Override
  public Set<MessageClass> classes() {
    return messages.list().stream().map(TraceMessage::messageClass).collect(Collectors.toSet());
  }

  @Override
  public double meanBytes() {
    return messages.list().stream().mapToInt(TraceMessage::bytes).average().orElseThrow();
  }

  @Override
  public Schedule schedule(int users, long startNs, long seed) {
    long[] timesNs = messages.list().stream().mapToLong(TraceMessage::atNs).toArray();
    long lengthNs = messages.lengthNs();
    return user -> {
      long offsetNs = (long) (new Chance(Seeds.mix(seed, user)).share() * lengthNs);
      int found = Arrays.binarySearch(timesNs, offsetNs);
      int skipped = found < 0 ? -found - 1 : found;
      return new ScheduleCursor(new Source(messages.list(), skipped, lengthNs, startNs - offsetNs));
    };
  }

  /**
   * @param skipped messages of the trace before the user's place in it
   * @param beginNs when that trace would have begun
   */
  private record Source(List<TraceMessage> cycle, int skipped, long lengthNs, long beginNs)
      implements MessageSource {
    @Override
    public long intendedNs(long n) {
      long place = n + skipped;
      return beginNs + place / cycle.size() * lengthNs + at(n).atNs();
    }

    @Override
    public MessageClass messageClass(long n) {
      return at(n).messageClass();
    }

    @Override
    public int bytes(long n) {
      return at(n).bytes();
    }

    @Override
    public long sinceFirstPointNs(long n) {
      return at(n).sinceFirstPointNs();
    }

    @Override
    public boolean hasRandomAccess() {
      return true;
    }

    private TraceMessage at(long n) {
      return cycle.get((int) ((n + skipped) % cycle.size()));
    }
  }
}
