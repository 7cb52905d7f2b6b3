package org.boardbench.fleet.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.boardbench.host.sampling.MachineUsage;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.ResourceUsage;
import org.boardbench.host.sampling.ResourceUsage.Limits;
import org.boardbench.host.sampling.ResourceUsage.ThreadUse;

/** What a target and its machine have used, as bytes. */
final class ResourceCodec {
  private ResourceCodec() {}

  static void write(WireWriter to, ResourceSnapshot of) {
    to.number(of.timeNs());
    to.list(of.usages(), usage -> usage(to, usage));
    to.optional(of.machine(), machine -> machine(to, machine));
  }

  static ResourceSnapshot read(WireReader from) {
    return new ResourceSnapshot(
        from.longNumber(), from.list(() -> usage(from)), from.optional(() -> machine(from)));
  }

  private static void usage(WireWriter to, ResourceUsage of) {
    to.text(of.component());
    to.number(of.cpuNs()).number(of.memoryBytes()).number(of.rxBytes()).number(of.txBytes());
    to.number(of.throttledNs()).number(of.oomKills()).text(of.source());
    to.number(of.limits().cores()).number(of.limits().memoryBytes());
    // In the order of their numbers, so that equal ones have equal bytes.
    to.list(
        new TreeMap<>(of.threads()).entrySet(),
        thread -> {
          to.number(thread.getKey().longValue()).text(thread.getValue().name());
          to.number(thread.getValue().runNs()).number(thread.getValue().waitNs());
        });
    to.number(of.descriptors());
  }

  private static ResourceUsage usage(WireReader from) {
    return new ResourceUsage(
        from.text(),
        from.optionalLong(),
        from.optionalLong(),
        from.optionalLong(),
        from.optionalLong(),
        from.optionalLong(),
        from.optionalLong(),
        from.text(),
        new Limits(from.optionalDecimal(), from.optionalLong()),
        threads(from),
        from.optionalLong());
  }

  private static Map<Long, ThreadUse> threads(WireReader from) {
    List<Map.Entry<Long, ThreadUse>> entries =
        from.list(() ->
            Map.entry(
                from.longNumber(),
                new ThreadUse(from.text(), from.longNumber(), from.longNumber())));
    Map<Long, ThreadUse> threads = new HashMap<>();
    entries.forEach(entry -> threads.put(entry.getKey(), entry.getValue()));
    return threads;
  }

  private static void machine(WireWriter to, MachineUsage of) {
    to.number(of.totalTicks()).number(of.idleTicks()).number(of.stealTicks());
    to.map(of.driverRunDelayNs(), delayNs -> to.number(delayNs.longValue()));
    to.number(of.interruptTicks()).number(of.usedNs()).number(of.cores());
  }

  private static MachineUsage machine(WireReader from) {
    return new MachineUsage(
        from.longNumber(),
        from.longNumber(),
        from.longNumber(),
        from.map(from::longNumber),
        from.longNumber(),
        from.optionalLong(),
        from.number());
  }
}
