package org.boardbench.host.sampling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.host.cgroup.Cgroup;
import org.boardbench.host.cgroup.CgroupUsage;
import org.boardbench.host.proc.ClockUnits;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.proc.TreeMembers;
import org.boardbench.host.sampling.RedisTraffic.Traffic;
import org.boardbench.host.sampling.ResourceUsage.Limits;

/**
 * Reads the counters of one component: of its group where it has one, else of its process tree. Not
 * thread-safe.
 */
final class ComponentSampler implements AutoCloseable {
  private static final double NO_LIMIT = Double.MAX_VALUE;

  private final Component component;
  private final ProcFs procFs;
  private final ClockUnits units;
  private final Optional<Cgroup> group;
  private final Optional<TreeMembers> members;
  private final Optional<RedisTraffic> traffic;
  private final TreeCpu cpu = new TreeCpu();
  private final ThreadSampler threads;
  private final Limits limits;
  private final Optional<ResourceUsage> before;

  /** The last with a value; null before the first look. */
  private ResourceUsage last;

  ComponentSampler(Component component, ProcFs procFs, ClockUnits units) {
    this(component, procFs, units, Optional.empty());
  }

  /**
   * @param before what a component in whose place this one is had used; its counters go on from
   *     there
   */
  private ComponentSampler(
      Component component, ProcFs procFs, ClockUnits units, Optional<ResourceUsage> before) {
    this.before = before;
    this.component = component;
    this.procFs = procFs;
    this.units = units;
    this.group = component.group();
    this.members = procFs.stat(Long.toString(component.pid())).map(TreeMembers::new);
    this.traffic = component.traffic().map(ComponentSampler::counter);
    this.threads = new ThreadSampler(procFs);
    this.limits = limits(component);
  }

  /** The sampler of what has been started in the place of this one's component. */
  ComponentSampler replacedBy(Component restarted) {
    return new ComponentSampler(restarted, procFs, units, Optional.ofNullable(last));
  }

  Component component() {
    return component;
  }

  private static RedisTraffic counter(TrafficMetrics metrics) {
    return switch (metrics.kind()) {
      case REDIS_INFO -> new RedisTraffic(metrics.port());
    };
  }

  /** A limit of a group further out is not seen; it would hold for others too. */
  private Limits limits(Component component) {
    double limit = group.map(Cgroup::cpuLimit).orElse(OptionalDouble.empty()).orElse(NO_LIMIT);
    OptionalDouble cores =
        procFs.cpus(Long.toString(component.pid())).stream()
            .mapToDouble(cpus -> Math.min(limit, cpus.size()))
            .findFirst();
    return new Limits(cores, group.map(Cgroup::memoryLimitBytes).orElse(OptionalLong.empty()));
  }

  /** Whether {@link #usage} needs to be told which processes live. */
  boolean looksThroughProcesses() {
    return group.isEmpty();
  }

  /**
   * The counters now.
   *
   * @param processes every process that lives now, by pid
   */
  ResourceUsage usage(Map<Long, ProcStat> processes) {
    ResourceUsage own = own(processes);
    ResourceUsage usage = before.map(own::after).orElse(own);
    // What it used after the last look before its end, a second at most, nobody has seen.
    last = last != null && usage.cpuNs().isEmpty() ? last : usage;
    return usage;
  }

  /** The same of a replica: what has ended still counts, so that no sum goes down. */
  ResourceUsage usageOfReplica(Map<Long, ProcStat> processes) {
    ResourceUsage usage = usage(processes);
    return usage.cpuNs().isEmpty() && last != null ? usage.withCountersOf(last) : usage;
  }

  private ResourceUsage own(Map<Long, ProcStat> processes) {
    List<ProcStat> tree = group.isPresent() ? List.of() : tree(processes);
    CgroupUsage used = group.map(Cgroup::usage).orElseGet(() -> ofTree(tree));
    // After the counters: a group whose last process has ended is still charged a little memory.
    List<Long> pids =
        group.map(Cgroup::processes).orElseGet(() -> tree.stream().map(ProcStat::pid).toList());
    Optional<Traffic> counted = traffic.flatMap(RedisTraffic::read);
    String source = group.map(Cgroup::source).orElse("proc");
    return new ResourceUsage(
        component.name(),
        used.cpuNs(),
        pids.isEmpty() && !isElsewhere() ? OptionalLong.empty() : used.memoryBytes(),
        counted.stream().mapToLong(Traffic::rxBytes).findFirst(),
        counted.stream().mapToLong(Traffic::txBytes).findFirst(),
        used.throttledNs(),
        used.oomKills(),
        traffic.map(counter -> source + "+" + RedisTraffic.SOURCE).orElse(source),
        limits,
        threads.of(pids),
        descriptors(pids));
  }

  private boolean isElsewhere() {
    return group.filter(Cgroup::isElsewhere).isPresent();
  }

  private OptionalLong descriptors(List<Long> pids) {
    List<Long> counts =
        pids.stream().flatMap(pid -> procFs.openFiles(Long.toString(pid)).stream()).toList();
    return counts.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(counts.stream().mapToLong(Long::longValue).sum());
  }

  private List<ProcStat> tree(Map<Long, ProcStat> processes) {
    return members.map(known -> known.among(processes)).orElse(List.of());
  }

  private CgroupUsage ofTree(List<ProcStat> now) {
    OptionalLong cpuNs = OptionalLong.empty();
    OptionalLong memoryBytes = OptionalLong.empty();
    if (members.isPresent()) {
      cpuNs = OptionalLong.of(cpu.totalTicks(now) * units.nsPerTick());
      memoryBytes = memoryBytes(now);
    }
    return new CgroupUsage(cpuNs, memoryBytes, OptionalLong.empty(), OptionalLong.empty());
  }

  /**
   * Private resident pages of all, and of the shared ones (program, libraries) the largest set
   * once: workers of one program map the same. The exact sum (PSS) would have the kernel walk the
   * server's page tables under the lock that its own memory calls need, once a second.
   */
  private OptionalLong memoryBytes(List<ProcStat> now) {
    long privatePages = 0;
    long sharedPages = 0;
    for (ProcStat member : now) {
      Optional<long[]> pages = procFs.residentAndSharedPages(Long.toString(member.pid()));
      if (pages.isPresent()) {
        privatePages += pages.get()[0] - pages.get()[1];
        sharedPages = Math.max(sharedPages, pages.get()[1]);
      }
    }
    long bytes = (privatePages + sharedPages) * units.bytesPerPage();
    return bytes == 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  @Override
  public void close() {
    traffic.ifPresent(RedisTraffic::close);
  }
}
