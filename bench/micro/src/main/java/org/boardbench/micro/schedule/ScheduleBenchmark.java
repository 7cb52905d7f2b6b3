package org.boardbench.micro.schedule;

import java.util.concurrent.TimeUnit;
import org.boardbench.micro.Series;
import org.boardbench.scenario.behaviour.Behaviour;
import org.boardbench.scenario.behaviour.BehaviourKey;
import org.boardbench.scenario.behaviour.BehaviourKind;
import org.boardbench.scenario.behaviour.BehaviourValues;
import org.boardbench.scenario.behaviour.Behaviours;
import org.boardbench.scenario.message.MessageClass;
import org.boardbench.scenario.message.PayloadSizes;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The driver looks at its next message and at the one behind it, of one user after the other. */
@Series(group = "schedules", by = "behaviour")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScheduleBenchmark {
  /** So many that their states are not all in the first cache. */
  private static final int USERS = 1_024;

  @Param({"steady", "poisson", "strokes", "intermittent", "together", "cursor"})
  public String behaviour;

  private final ScheduleCursor[] users = new ScheduleCursor[USERS];
  private int next;

  @Setup
  public void setUp() {
    Schedule schedule = behaviour().schedule(USERS, user -> user % 10, 0, 42);
    for (int user = 0; user < USERS; user++) {
      users[user] = schedule.messages(user);
    }
  }

  /** Of those that need one, at the rate and size of the load test's own message. */
  private Behaviour behaviour() {
    BehaviourKind kind = Behaviours.named(behaviour).orElseThrow();
    if (!kind.keys().contains(BehaviourKey.PAYLOAD)) {
      return kind.usual();
    }
    return kind.maker()
        .apply(
            BehaviourValues.none()
                .with(BehaviourKey.CLASS, MessageClass.STROKE)
                .with(BehaviourKey.RATE, 1.0)
                .with(BehaviourKey.PAYLOAD, PayloadSizes.of(300)));
  }

  @Benchmark
  public long next() {
    next = (next + 1) % USERS;
    ScheduleCursor messages = users[next];
    long told =
        messages.intendedNs()
            + messages.firstPointNs()
            + messages.bytes()
            + messages.messageClass().number();
    messages.advance();
    return told;
  }
}
