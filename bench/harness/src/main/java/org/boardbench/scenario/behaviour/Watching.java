package org.boardbench.scenario.behaviour;

import java.util.List;
import java.util.Set;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.message.PointSizes;
import org.boardbench.scenario.schedule.MessageSource;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/** Somebody who only looks on, as most do at a lecture: gets every message and sends none. */
record Watching() implements Behaviour {
  static final BehaviourKind KIND = new BehaviourKind("watch", List.of(), values -> new Watching());

  @Override
  public BehaviourKind kind() {
    return KIND;
  }

  @Override
  public BehaviourValues values() {
    return BehaviourValues.none();
  }

  @Override
  public double ratePerUser() {
    return 0;
  }

  @Override
  public PayloadSizes sizes() {
    return PayloadSizes.of(PointSizes.ONE_POINT_BYTES);
  }

  @Override
  public Set<MessageClass> classes() {
    return Set.of();
  }

  @Override
  public Schedule schedule(int users, long startNs, long seed) {
    return user -> new ScheduleCursor(new Never());
  }

  /** Messages that are due when no stage lasts any more. */
  private record Never() implements MessageSource {
    private static final long CENTURIES_NS = Long.MAX_VALUE / 2;

    @Override
    public long intendedNs(long n) {
      return CENTURIES_NS + n;
    }

    @Override
    public MessageClass messageClass(long n) {
      return MessageClass.STROKE;
    }

    @Override
    public int bytes(long n) {
      return PointSizes.ONE_POINT_BYTES;
    }

    @Override
    public boolean hasRandomAccess() {
      return true;
    }
  }
}
