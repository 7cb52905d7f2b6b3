package org.boardbench.trial.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.boardbench.junit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(600)
class EventBusTest {
  private static final Duration NO_PATIENCE = Duration.ofMillis(1);

  private sealed interface Step extends Event {
    int number();
  }

  private record Result(int number) implements Step {}

  private record Snapshot(int number) implements Step {
    @Override
    public boolean isInterim() {
      return true;
    }
  }

  private record Sample(int number) implements Step {
    @Override
    public boolean isInterim() {
      return true;
    }
  }

  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
  private final Heard<Step> heard = new Heard<>();
  private final CountDownLatch never = new CountDownLatch(1);

  @Test
  void everyConsumerHasHeardEverythingInOrderOnceTheBusIsClosed() {
    Heard<Step> other = new Heard<>();
    List<Result> told = results(1, 1000);

    try (EventBus<Step> bus = EventBus.to(List.of(heard, other), notes::add)) {
      told.forEach(bus::publish);
    }

    assertThat(heard.events()).isEqualTo(told);
    assertThat(other.events()).isEqualTo(told);
    assertThat(notes).isEmpty();
  }

  @Test
  void aConsumerThatFailsAtEveryEventGetsTheNextOnesAndIsNamedAtTheEnd() {
    List<Step> tried = new ArrayList<>();
    EventConsumer<Step> failing =
        consumer(event -> {
          tried.add(event);
          if (event.number() == 2) {
            throw new StackOverflowError();
          }
          throw new IOException("no room\nat all");
        });

    try (EventBus<Step> bus = EventBus.to(List.of(failing, heard), notes::add)) {
      results(1, 3).forEach(bus::publish);
    }

    assertThat(tried).isEqualTo(results(1, 3));
    assertThat(heard.events()).isEqualTo(results(1, 3));
    assertThat(notes)
        .containsExactly(
            "The specimen failed at 3 events, first with java.io.IOException: no room at all");
  }

  @Test
  void aConsumerThatHangsDelaysNobodyAndIsNamedAtTheEnd() throws Exception {
    EventConsumer<Step> hanging = consumer(event -> hang());

    try (EventBus<Step> bus = EventBus.to(List.of(hanging, heard), notes::add, NO_PATIENCE)) {
      results(1, 3).forEach(bus::publish);
      Patience.await("the other has heard all", () -> heard.events().size() == 3);
    }

    assertThat(heard.events()).isEqualTo(results(1, 3));
    assertThat(notes).contains("The specimen hung and missed the last 3 events");
  }

  @Test
  void aConsumerThatHangsAtItsEndIsNamedToo() {
    EventConsumer<Step> hanging =
        new EventConsumer<>() {
          @Override
          public String name() {
            return "The specimen";
          }

          @Override
          public void accept(Step event) {}

          @Override
          public void close() {
            hang();
          }
        };

    EventBus.to(List.of(hanging), notes::add, NO_PATIENCE).close();

    assertThat(notes).containsExactly("The specimen hung and missed the last 0 events");
  }

  @Test
  void whoMakesUpForWhatItHasSkippedIsNotNamed() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    EventConsumer<Step> slow =
        new EventConsumer<>() {
          @Override
          public String name() {
            return "The specimen";
          }

          @Override
          public void accept(Step event) {
            begun.countDown();
            awaitQuietly(goOn);
          }

          @Override
          public boolean isToKeepUp() {
            return false;
          }
        };

    try (EventBus<Step> bus = EventBus.to(List.of(slow), notes::add)) {
      bus.publish(new Result(1));
      begun.await();
      bus.publish(new Snapshot(2));
      bus.publish(new Snapshot(3));
      goOn.countDown();
    }

    assertThat(notes).isEmpty();
  }

  @Test
  void whoLagsGetsTheNewestOfInterimEventsAndAllOthers() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<Step> got = new ArrayList<>();
    EventConsumer<Step> slow =
        consumer(event -> {
          begun.countDown();
          awaitQuietly(goOn);
          got.add(event);
        });

    try (EventBus<Step> bus = EventBus.to(List.of(slow), notes::add)) {
      bus.publish(new Result(1));
      begun.await();
      for (Step step :
          List.of(
              new Snapshot(2),
              new Sample(3),
              new Snapshot(4),
              new Result(5),
              new Snapshot(6),
              new Sample(7))) {
        bus.publish(step);
      }
      goOn.countDown();
    }

    assertThat(got).containsExactly(new Result(1), new Result(5), new Snapshot(6), new Sample(7));
    assertThat(notes).containsExactly("The specimen lagged: 3 interim events skipped");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noResultIsLostOrOvertakenHoweverAConsumerLags(long seed) {
    Random random = new Random(seed);
    Semaphore allowed = new Semaphore(0);
    List<Step> got = new ArrayList<>();
    EventConsumer<Step> slow =
        consumer(event -> {
          allowed.acquireUninterruptibly();
          got.add(event);
        });
    List<Step> told =
        IntStream.range(0, 500).mapToObj(number -> step(random.nextInt(3), number)).toList();

    try (EventBus<Step> bus = EventBus.to(List.of(slow), notes::add)) {
      for (Step step : told) {
        bus.publish(step);
        allowed.release(random.nextInt(2));
      }
      allowed.release(told.size());
    }

    assertThat(got).isSubsetOf(told).isSortedAccordingTo(Comparator.comparingInt(Step::number));
    assertThat(got).filteredOn(Result.class::isInstance).isEqualTo(only(told, Result.class));
    for (Class<? extends Step> interim : List.of(Snapshot.class, Sample.class)) {
      assertThat(only(got, interim).getLast()).isEqualTo(only(told, interim).getLast());
    }
    int skipped = told.size() - got.size();
    assertThat(notes).allMatch(note -> note.contains(" " + skipped + " interim event"));
  }

  @Test
  void anInterruptDoesNotKeepTheLastEventsFromTheConsumers() {
    EventBus<Step> bus = heard.bus();
    results(1, 100).forEach(bus::publish);

    Thread.currentThread().interrupt();
    bus.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(heard.events()).hasSize(100);
  }

  @Test
  void aConsumerIsClosedOnItsOwnThreadAfterItsLastEvent() {
    List<Thread> threads = new ArrayList<>();
    AtomicReference<Thread> closedBy = new AtomicReference<>();
    EventConsumer<Step> consumer =
        new EventConsumer<>() {
          @Override
          public String name() {
            return "The specimen";
          }

          @Override
          public void accept(Step event) {
            threads.add(Thread.currentThread());
          }

          @Override
          public void close() {
            assertThat(threads).hasSize(2);
            closedBy.set(Thread.currentThread());
          }
        };

    EventBus<Step> bus = EventBus.to(List.of(consumer), notes::add);
    results(1, 2).forEach(bus::publish);
    bus.close();
    bus.publish(new Result(3));
    bus.close();

    assertThat(threads).hasSize(2).containsOnly(closedBy.get());
    assertThat(closedBy.get()).isNotEqualTo(Thread.currentThread());
    assertThat(notes).isEmpty();
  }

  private static EventConsumer<Step> consumer(Acting.Action<Step> action) {
    return new Acting<>("The specimen", action);
  }

  private static Step step(int kind, int number) {
    return switch (kind) {
      case 0 -> new Snapshot(number);
      case 1 -> new Sample(number);
      default -> new Result(number);
    };
  }

  private static List<Step> only(List<Step> steps, Class<? extends Step> kind) {
    return steps.stream().filter(kind::isInstance).toList();
  }

  private static List<Result> results(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(Result::new).toList();
  }

  private void hang() {
    awaitQuietly(never);
  }

  /** Not even an interrupt ends the wait. */
  private static void awaitQuietly(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException e) {
        // Goes on to wait.
      }
    }
  }
}
