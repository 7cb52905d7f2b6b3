package org.boardbench.baseline.bare;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.boardbench.core.RunClock;
import org.boardbench.host.proc.KernelShare;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.reference.FaultScript;
import org.boardbench.reference.ReferenceServer;

/**
 * The driver without its account, with the C client's arguments and its line of JSON: {@code USERS
 * BOARDS RATE PAYLOAD WARM_UP_S HOLD_S PORT}.
 */
public final class BareProgram {
  private static final Duration JOIN = Duration.ofSeconds(30);
  private static final Duration LEAD = Duration.ofMillis(10);
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private static final long POLL_MS = 10;
  private static final double NS_PER_S = 1e9;

  /** As the driver warms itself up before its first trial ({@code DriverWarmUp}). */
  private static final BareLoad.Work WARM_UP = new BareLoad.Work(60, 6, 40, 300);

  private static final Duration WARM_UP_RAMP = Duration.ofMillis(500);
  private static final Duration WARM_UP_TIME = Duration.ofSeconds(3);

  private final RunClock clock = RunClock.startingNow();

  private BareProgram() {}

  public static void main(String[] arguments) throws InterruptedException {
    // Whatever the user's language: ASCII digits and points in all that is printed.
    Locale.setDefault(Locale.ROOT);
    BareLoad.Work work =
        new BareLoad.Work(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Double.parseDouble(arguments[2]),
            Integer.parseInt(arguments[3]));
    long warmUpNs = Duration.ofSeconds(Long.parseLong(arguments[4])).toNanos();
    long holdNs = Duration.ofSeconds(Long.parseLong(arguments[5])).toNanos();
    BareProgram program = new BareProgram();
    program.warmUp();
    program.run(work, Integer.parseInt(arguments[6]), warmUpNs, holdNs);
  }

  /** Lets the JVM compile, with a load on a server of its own. */
  private void warmUp() throws InterruptedException {
    try (ReferenceServer server = ReferenceServer.start(FaultScript.none());
        BareLoad load = new BareLoad(WARM_UP, server.port(), WARM_UP_RAMP.toNanos(), clock)) {
      long startNs = clock.nowNs();
      long endNs = startNs + WARM_UP_TIME.toNanos();
      load.hold(startNs, endNs);
      await(endNs, () -> false);
    }
  }

  private void run(BareLoad.Work work, int port, long warmUpNs, long holdNs)
      throws InterruptedException {
    try (BareLoad load = new BareLoad(work, port, warmUpNs, clock)) {
      long rampEndNs = clock.nowNs() + warmUpNs;
      await(rampEndNs, () -> clock.nowNs() >= rampEndNs);
      await(rampEndNs + JOIN.toNanos(), () -> load.counts().joined() == work.users());
      if (load.counts().joined() < work.users()) {
        throw new IllegalStateException(load.counts().joined() + " users joined");
      }
      long startNs = clock.nowNs() + LEAD.toNanos();
      long endNs = startNs + holdNs;
      load.hold(startNs, endNs);
      await(startNs, () -> false);
      BareLoad.Counts before = load.counts();
      KernelShare kernel = KernelShare.start(ProcFs.SYSTEM);
      long cpuNs = processCpuNs();
      long measuredNs = clock.nowNs();
      await(endNs, () -> false);
      cpuNs = processCpuNs() - cpuNs;
      OptionalDouble kernelPct = kernel.pct();
      measuredNs = clock.nowNs() - measuredNs;
      BareLoad.Counts after = load.counts();
      drain(load);
      print(load, before, after, new Cpu(cpuNs, kernelPct), measuredNs);
    }
  }

  private void drain(BareLoad load) throws InterruptedException {
    long before = -1;
    while (load.counts().deliveries() > before) {
      before = load.counts().deliveries();
      await(
          clock.nowNs() + SILENCE.toNanos(),
          () -> load.counts().deliveries() >= load.counts().expected());
      if (load.counts().deliveries() >= load.counts().expected()) {
        return;
      }
    }
  }

  private void await(long deadlineNs, BooleanSupplier reached) throws InterruptedException {
    while (!reached.getAsBoolean() && clock.nowNs() < deadlineNs) {
      Thread.sleep(POLL_MS);
    }
  }

  private static long processCpuNs() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
        .getProcessCpuTime();
  }

  private static void print(
      BareLoad load, BareLoad.Counts before, BareLoad.Counts after, Cpu cpu, long measuredNs) {
    BareLoad.Counts end = load.counts();
    long reads = after.reads() - before.reads();
    System.out.printf(
        Locale.ROOT,
        "{\"sent\":%d,\"expected\":%d,\"deliveries\":%d,\"lost\":%d,\"seconds\":%.3f,"
            + "\"cpu_pct\":%.2f,\"sys_pct\":%s,\"frames_per_read\":%.2f,"
            + "\"rtt_p50_us\":%.1f,\"rtt_p99_us\":%.1f}%n",
        end.sent(),
        end.expected(),
        end.deliveries(),
        end.expected() - end.deliveries(),
        measuredNs / NS_PER_S,
        100.0 * cpu.usedNs() / measuredNs,
        cpu.kernelCpuPct(measuredNs),
        reads == 0 ? 0.0 : (double) (after.frames() - before.frames()) / reads,
        load.rtt().getValueAtPercentile(50) / 1e3,
        load.rtt().getValueAtPercentile(99) / 1e3);
  }

  /**
   * What this program used in the hold.
   *
   * @param kernelPct what of it the kernel took; empty where that cannot be seen
   */
  private record Cpu(long usedNs, OptionalDouble kernelPct) {
    /** In percent of one core, as JSON has it. */
    String kernelCpuPct(long measuredNs) {
      return kernelPct.isEmpty()
          ? "null"
          : String.format(Locale.ROOT, "%.2f", kernelPct.getAsDouble() * usedNs / measuredNs);
    }
  }
}
