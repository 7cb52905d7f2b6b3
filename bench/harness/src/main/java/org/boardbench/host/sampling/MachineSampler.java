package org.boardbench.host.sampling;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.boardbench.host.cgroup.MachineCpu;
import org.boardbench.host.proc.ClockUnits;
import org.boardbench.host.proc.ProcFs;

/** Reads the counters of this JVM and of the whole machine. Not thread-safe. */
final class MachineSampler {
  private final ProcFs procFs;
  private final ClockUnits units;
  private final RunDelay runDelay;
  private final Optional<MachineCpu> cpu;
  private final int cores;

  MachineSampler(ProcFs procFs, ClockUnits units, Predicate<String> driverThreads) {
    this.procFs = procFs;
    this.units = units;
    this.runDelay = new RunDelay(procFs, driverThreads);
    this.cpu = MachineCpu.find(procFs.root());
    this.cores = procFs.cores();
  }

  /** This JVM alone: the servers are its children, but not its work. */
  ResourceUsage driver() {
    return new ResourceUsage(
        ResourceSampler.DRIVER,
        procFs.stat("self").stream()
            .mapToLong(stat -> stat.own().total() * units.nsPerTick())
            .findFirst(),
        procFs.residentAndSharedPages("self").stream()
            .mapToLong(pages -> pages[0] * units.bytesPerPage())
            .findFirst(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        "proc",
        ResourceUsage.Limits.UNKNOWN,
        Map.of(),
        procFs.openFiles("self").stream().mapToLong(Long::longValue).findFirst());
  }

  /** The first line of {@code /proc/stat}; guests' time is already in user and nice. */
  Optional<MachineUsage> machine() {
    return procFs
        .read("stat")
        .map(text -> text.lines().findFirst().orElse("").split(" +", -1))
        .filter(fields -> fields.length > 8 && fields[0].equals("cpu"))
        .map(fields -> {
          long total = 0;
          for (int i = 1; i <= 8; i++) {
            total += Long.parseLong(fields[i]);
          }
          long idle = Long.parseLong(fields[4]) + Long.parseLong(fields[5]);
          return new MachineUsage(
              total,
              idle,
              Long.parseLong(fields[8]),
              runDelay.byThreadNs(),
              Long.parseLong(fields[6]) + Long.parseLong(fields[7]),
              cpu.map(MachineCpu::usedNs).orElse(OptionalLong.empty()),
              cores);
        });
  }
}
