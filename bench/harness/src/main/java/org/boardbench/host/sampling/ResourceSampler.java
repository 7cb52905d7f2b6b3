package org.boardbench.host.sampling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.boardbench.core.RunClock;
import org.boardbench.core.Uninterrupted;
import org.boardbench.host.proc.ClockUnits;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.results.row.ComponentSecond;

/**
 * Reads what the components of a target, this JVM and the machine have used: once a second on a
 * thread of its own, and whenever asked. Thread-safe. Where there is no {@code /proc} the figures
 * are absent.
 */
public final class ResourceSampler implements Sampling {
  /** The name of this JVM among the components. */
  public static final String DRIVER = ComponentSecond.DRIVER;

  /** What the names of the driver's loops begin with. */
  private static final String LOOPS = DRIVER + "-";

  private static final Duration PERIOD = Duration.ofSeconds(1);

  private final List<ComponentSampler> components = new ArrayList<>();
  private final MachineSampler machine;
  private final RunClock clock;
  private final ProcFs procFs = ProcFs.SYSTEM;
  private final Consumer<ResourceSnapshot> listener;
  private final Thread thread = new Thread(this::run, "resource-sampler");
  private volatile RuntimeException failure;

  private ResourceSampler(
      List<Component> components,
      ClockUnits units,
      RunClock clock,
      Predicate<String> driverThreads,
      Consumer<ResourceSnapshot> listener) {
    for (Component component : components) {
      this.components.add(new ComponentSampler(component, procFs, units));
    }
    this.machine = new MachineSampler(procFs, units, driverThreads);
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Starts to sample.
   *
   * @param components the target's; none for an external one, which leaves this JVM and the machine
   * @param driverThreads whose run delay counts; sees the kernel's names of this JVM's threads, cut
   *     to 15 bytes
   * @param listener gets a snapshot a second, on the sampler's thread
   */
  public static ResourceSampler start(
      List<Component> components,
      RunClock clock,
      Predicate<String> driverThreads,
      Consumer<ResourceSnapshot> listener)
      throws InterruptedException {
    ResourceSampler sampler =
        new ResourceSampler(components, ClockUnits.ofThisMachine(), clock, driverThreads, listener);
    sampler.thread.setDaemon(true);
    sampler.thread.start();
    return sampler;
  }

  /** Whether a thread of this name is one of the driver's loops. */
  public static boolean isLoop(String threadName) {
    return threadName.startsWith(LOOPS);
  }

  /**
   * All counters now: the target's components in their order, replicas added up, then {@link
   * #DRIVER}.
   */
  @Override
  public synchronized ResourceSnapshot snapshot() {
    long nowNs = clock.nowNs();
    Map<String, ResourceUsage> usages = new LinkedHashMap<>();
    Map<Long, ProcStat> processes =
        components.stream().anyMatch(ComponentSampler::looksThroughProcesses)
            ? procFs.processes()
            : Map.of();
    for (ComponentSampler component : components) {
      usages.merge(
          component.component().name(),
          isReplica(component) ? component.usageOfReplica(processes) : component.usage(processes),
          ResourceUsage::plusReplica);
    }
    List<ResourceUsage> all = new ArrayList<>(usages.values());
    all.add(machine.driver());
    return new ResourceSnapshot(nowNs, all, machine.machine());
  }

  private boolean isReplica(ComponentSampler component) {
    String name = component.component().name();
    return components.stream().filter(one -> one.component().name().equals(name)).count() > 1;
  }

  @Override
  public synchronized void replace(Component restarted) {
    for (int i = 0; i < components.size(); i++) {
      ComponentSampler sampler = components.get(i);
      if (sampler.component().isSameAs(restarted)) {
        components.set(i, sampler.replacedBy(restarted));
        sampler.close();
      }
    }
  }

  private void run() {
    try {
      long nextNs = System.nanoTime();
      while (true) {
        nextNs += PERIOD.toNanos();
        Thread.sleep(Duration.ofNanos(Math.max(0, nextNs - System.nanoTime())));
        listener.accept(snapshot());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException broken) {
      failure = broken;
    }
  }

  /**
   * Ends the sampling; the listener hears nothing more.
   *
   * @throws IllegalStateException when sampling or the listener has failed before
   */
  @Override
  public void close() {
    thread.interrupt();
    Uninterrupted.run(thread::join);
    synchronized (this) {
      components.forEach(ComponentSampler::close);
    }
    if (failure != null) {
      throw new IllegalStateException("sampling ended early", failure);
    }
  }
}
