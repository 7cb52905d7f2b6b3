package org.boardbench.fleet.agent;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.boardbench.core.ServerText;
import org.boardbench.core.Uninterrupted;
import org.boardbench.fleet.clock.SteeredClock;
import org.boardbench.fleet.wire.Bytes;
import org.boardbench.fleet.wire.ToAgent;
import org.boardbench.fleet.wire.ToCoordinator;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.Sampling;
import org.boardbench.input.InputException;
import org.boardbench.sut.launch.RunningTarget;
import org.boardbench.sut.process.LaunchException;

/**
 * The target that an agent starts, samples and ends for one coordinator. What is asked of it is
 * done by a thread of its own, one thing after the other, so that a stage that the agent drives
 * meanwhile holds nothing up.
 */
final class HostedTarget implements AutoCloseable {
  private static final long POLL_MS = 50;
  private static final int LAST_LINES = 20;

  /** A log that goes home with the target; who wants more of it finds out on the machine. */
  private static final int MOST_LOG_BYTES = 1 << 20;

  /** For processes that take long to end. */
  private static final long END_MINUTES = 5;

  private final TargetPlace place;
  private final LongSupplier ownNs;
  private final Consumer<ToCoordinator> answers;
  private final Consumer<String> said;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("agent-target").factory());

  /** By what was asked for. */
  private final Map<ToAgent.Prepare, TargetPlace.Ready> ready = new HashMap<>();

  /** What the worker does; null before the first. */
  private Future<?> work;

  /** Null while none runs. */
  private volatile RunningTarget running;

  /** Null as long as nobody watches. */
  private Sampling sampling;

  /** Of the last target. */
  private Optional<Path> log = Optional.empty();

  /**
   * @param ownNs the clock that answers probes
   * @param said gets a line for each thing that happens
   */
  HostedTarget(
      TargetPlace place,
      LongSupplier ownNs,
      Consumer<ToCoordinator> answers,
      Consumer<String> said) {
    this.place = place;
    this.ownNs = ownNs;
    this.answers = answers;
    this.said = said;
  }

  /** What runs; none while no target does. From any thread. */
  List<Component> components() {
    RunningTarget now = running;
    return now == null ? List.of() : now.components();
  }

  /** Does what the coordinator asks for, and answers it. */
  synchronized void handle(ToAgent.OfTarget asked) {
    work = worker.submit(() -> answer(asked));
  }

  private void answer(ToAgent.OfTarget asked) {
    try {
      answers.accept(done(asked));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody waits for the answer any more
    } catch (InputException | LaunchException | IOException | RuntimeException e) {
      String reason = ServerText.lines(e.getMessage() == null ? e.toString() : e.getMessage());
      said.accept("target: " + reason);
      answers.accept(new ToCoordinator.Unable(reason));
    }
  }

  private ToCoordinator.OfTarget done(ToAgent.OfTarget asked)
      throws InputException, LaunchException, IOException, InterruptedException {
    return switch (asked) {
      case ToAgent.Prepare what -> {
        TargetPlace.Ready prepared = ready(what);
        yield new ToCoordinator.Prepared(place.versions(prepared), place.environment(prepared));
      }
      case ToAgent.Launch launch -> launched(launch);
      case ToAgent.Watch watch -> watched(new SteeredClock(ownNs, watch.clock()));
      case ToAgent.Sample _ -> sampled();
      case ToAgent.Stop _ -> stopped();
    };
  }

  private TargetPlace.Ready ready(ToAgent.Prepare what)
      throws InputException, LaunchException, IOException, InterruptedException {
    if (!ready.containsKey(what)) {
      ready.put(what, place.ready(what));
    }
    return ready.get(what);
  }

  private ToCoordinator.Launched launched(ToAgent.Launch launch)
      throws InputException, LaunchException, IOException, InterruptedException {
    end();
    TargetPlace.Ready prepared = ready(launch.prepared());
    Path output = Files.createTempDirectory("boardbench-target").resolve("target.log");
    log = Optional.of(output);
    RunningTarget started =
        place
            .launcher(prepared)
            .launch(output, Duration.ofNanos(launch.readyNs()), Duration.ofNanos(launch.stopNs()));
    running = started;
    said.accept("target: %s is ready".formatted(prepared.manifest().name()));
    Thread.ofVirtual().start(() -> tellItsEnd(started));
    List<Integer> ports = new ArrayList<>(List.of(started.endpoint().port()));
    ports.addAll(started.endpoint().otherPorts());
    return new ToCoordinator.Launched(ports);
  }

  private void tellItsEnd(RunningTarget of) {
    try {
      while (of.equals(running)) {
        Optional<String> failure = of.failure();
        if (failure.isPresent() && of.equals(running)) { // else it has been ended meanwhile
          answers.accept(new ToCoordinator.Ended(failure.get(), of.lastLines(LAST_LINES)));
          return;
        }
        Thread.sleep(POLL_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private ToCoordinator.Sampled watched(SteeredClock clock) throws InterruptedException {
    RunningTarget target = running;
    if (target == null) {
      throw new IllegalStateException("no target runs");
    }
    endSampling();
    sampling =
        target.sample(
            List.of(),
            clock,
            snapshot -> answers.accept(new ToCoordinator.Sampled(false, snapshot)));
    return sampled();
  }

  private ToCoordinator.Sampled sampled() {
    if (sampling == null) {
      throw new IllegalStateException("no target is sampled");
    }
    return new ToCoordinator.Sampled(true, sampling.snapshot());
  }

  private ToCoordinator.Stopped stopped() throws IOException {
    endTarget();
    // Kept until the next one starts: who was interrupted asks again.
    return new ToCoordinator.Stopped(log.isEmpty() ? Bytes.of(new byte[0]) : tail(log.get()));
  }

  private static Bytes tail(Path log) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - MOST_LOG_BYTES);
      byte[] bytes = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      return Bytes.of(bytes);
    }
  }

  private void endSampling() {
    Sampling last = sampling;
    sampling = null;
    if (last != null) {
      last.close();
    }
  }

  private void endTarget() {
    try {
      endSampling();
    } finally {
      RunningTarget last = running;
      running = null; // so that its end is no failure
      if (last != null) {
        last.close();
        said.accept("target: it has ended");
      }
    }
  }

  private void end() throws IOException {
    endTarget();
    if (log.isPresent()) {
      Files.deleteIfExists(log.get());
      Files.deleteIfExists(log.get().getParent());
      log = Optional.empty();
    }
  }

  /** The coordinator has gone, and its target goes too. Returns when nothing of it is left. */
  @Override
  public void close() {
    synchronized (this) {
      if (work != null) {
        work.cancel(true);
      }
      worker.execute(this::endForGood);
      worker.shutdown();
    }
    Uninterrupted.run(() -> worker.awaitTermination(END_MINUTES, TimeUnit.MINUTES));
  }

  private void endForGood() {
    try {
      end();
    } catch (IOException | RuntimeException e) {
      said.accept("target: " + ServerText.lines(e.toString()));
    }
  }
}
