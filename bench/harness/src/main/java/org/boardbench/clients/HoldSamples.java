package org.boardbench.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.boardbench.host.sampling.Component;
import org.boardbench.host.sampling.ResourceSampler;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.ResourceUsage;
import org.boardbench.host.sampling.ResourceWindow;
import org.boardbench.results.row.ClientRecord;

/**
 * What was used in a hold whose bounds are known only afterwards. Filled by the sampler's thread,
 * asked by the run's.
 */
final class HoldSamples {
  private static final double BYTES_PER_MIB = 1 << 20;

  private final List<ResourceSnapshot> snapshots = new ArrayList<>();

  synchronized void add(ResourceSnapshot snapshot) {
    snapshots.add(snapshot);
  }

  /**
   * Between the first snapshot and the last one of the hold, so up to a second less than it at
   * either end.
   *
   * @param client its component; {@code ResourceSampler.DRIVER} for our own driver
   * @param fromNs when the hold began (run clock), {@code toNs} when it ended
   */
  synchronized ClientRecord.Use use(String client, long fromNs, long toNs) {
    List<ResourceSnapshot> hold =
        snapshots.stream()
            .filter(snapshot -> snapshot.timeNs() >= fromNs && snapshot.timeNs() <= toNs)
            .toList();
    if (hold.size() < 2) {
      return ClientRecord.Use.UNKNOWN;
    }
    ResourceWindow window = new ResourceWindow(hold.getFirst(), hold.getLast());
    boolean isOwn = client.equals(ResourceSampler.DRIVER);
    return new ClientRecord.Use(
        window.cpuPct(client),
        memoryMaxMib(hold, client),
        window.cpuPct(Component.SERVER),
        isOwn ? OptionalDouble.empty() : window.cpuPct(ResourceSampler.DRIVER),
        window.machineIdlePct());
  }

  private static OptionalDouble memoryMaxMib(List<ResourceSnapshot> hold, String component) {
    return hold.stream()
        .flatMap(snapshot -> snapshot.usage(component).stream())
        .map(ResourceUsage::memoryBytes)
        .flatMapToLong(bytes -> bytes.stream())
        .mapToDouble(bytes -> bytes / BYTES_PER_MIB)
        .max();
  }
}
