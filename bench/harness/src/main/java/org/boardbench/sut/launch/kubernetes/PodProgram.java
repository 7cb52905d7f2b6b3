package org.boardbench.sut.launch.kubernetes;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.boardbench.core.Uninterrupted;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.host.cgroup.OutOfMemory;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.plan.model.LimitsSpec;
import org.boardbench.sut.launch.Program;
import org.boardbench.sut.launch.ProgramStarter;

/**
 * A pod with one program, whose port is also one of this machine: what connects there is passed on
 * by the cluster's own server. A thread asks now and then how the pod is.
 */
final class PodProgram implements Program {
  private static final Duration LOOK_EVERY = Duration.ofMillis(500);

  /** A metrics server has nothing new more often. */
  private static final int LOOKS_A_READING = 10;

  /**
   * From the end of a pod's own deadline until it is removed by force, and then until that fails.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long POLL_MS = 200;

  private final KubernetesCluster cluster;
  private final String pod;
  private final ProgramStarter.Spec spec;
  private final OutOfMemory outOfMemory;
  private final PodMeter meter;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final Thread watch;
  private volatile Optional<String> ending = Optional.empty();
  private volatile boolean isStopped;

  PodProgram(KubernetesCluster cluster, String pod, ProgramStarter.Spec spec, LimitsSpec limits) {
    this.cluster = cluster;
    this.pod = pod;
    this.spec = spec;
    this.outOfMemory = new OutOfMemory(spec.component(), limits.memoryBytes());
    this.meter = new PodMeter(limits, System::nanoTime);
    this.watch = new Thread(this::watch, "pod-watch");
    watch.setDaemon(true);
  }

  /**
   * Has its output written to the log, and its port on this machine.
   *
   * @throws IOException when the log cannot be written
   */
  void attach() throws IOException {
    OutputStream log =
        Files.newOutputStream(spec.log(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    open.push(log);
    open.push(cluster.pod(pod).withReadyWaitTimeout(0).watchLog(log));
    open.push(cluster.forward(pod, spec.port()));
    watch.start();
  }

  private void watch() {
    try {
      for (int looks = 0; ending.isEmpty() && !isStopped; looks++) {
        look();
        if (looks % LOOKS_A_READING == 0) {
          cluster.reading(pod).ifPresent(meter::told);
        }
        Thread.sleep(LOOK_EVERY);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      Pod now = cluster.pod(pod).get();
      if (!isStopped) {
        ending =
            now == null ? Optional.of(name() + ": its pod " + pod + " was removed") : ending(now);
      }
    } catch (KubernetesClientException silent) {
      // A cluster that does not answer for a moment says nothing of the pod.
    }
  }

  private Optional<String> ending(Pod now) {
    PodState state = PodState.of(now);
    return switch (state.kind()) {
      case OUT_OF_MEMORY -> Optional.of(outOfMemory.text());
      case ENDED, BLOCKED -> Optional.of(name() + " " + state.words());
      case STARTING, STARTED -> Optional.empty();
    };
  }

  @Override
  public String name() {
    return spec.name();
  }

  /** None that this machine has. */
  @Override
  public long pid() {
    return 0;
  }

  @Override
  public List<ProcStat> processes() {
    return List.of();
  }

  @Override
  public Optional<Cgroup> group() {
    return Optional.of(meter);
  }

  @Override
  public boolean isAlive() {
    return !isStopped && ending.isEmpty();
  }

  @Override
  public Optional<String> ending() {
    return ending;
  }

  @Override
  public synchronized void stop() {
    if (!isStopped) {
      isStopped = true;
      watch.interrupt();
      try {
        Uninterrupted.run(this::remove);
      } finally {
        closeAll();
      }
    }
  }

  /** The cluster sends SIGTERM, and SIGKILL after the pod's own deadline. */
  private void remove() throws InterruptedException {
    try {
      cluster.pod(pod).delete();
      if (!isGoneWithin(spec.stopDeadline().plus(PATIENCE))) {
        cluster.pod(pod).withGracePeriod(0).delete();
        if (!isGoneWithin(PATIENCE)) {
          throw new IllegalStateException("pod " + pod + " cannot be removed");
        }
      }
    } catch (KubernetesClientException refused) {
      ClusterErrors.throwIfInterrupted();
      throw new IllegalStateException(
          "pod " + pod + " cannot be removed: " + ClusterErrors.words(refused), refused);
    }
  }

  private boolean isGoneWithin(Duration patience) throws InterruptedException {
    long startNs = System.nanoTime();
    while (cluster.pod(pod).get() != null) {
      if (System.nanoTime() - startNs > patience.toNanos()) {
        return false;
      }
      Thread.sleep(POLL_MS);
    }
    return true;
  }

  /** The youngest first, and the others also when one cannot be closed. */
  private void closeAll() {
    if (!open.isEmpty()) {
      try {
        close(open.pop());
      } finally {
        closeAll();
      }
    }
  }

  private static void close(AutoCloseable one) {
    try {
      one.close();
    } catch (IOException late) {
      throw new UncheckedIOException(late);
    } catch (Exception other) {
      throw new IllegalStateException(other);
    }
  }
}
