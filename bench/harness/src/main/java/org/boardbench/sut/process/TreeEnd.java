package org.boardbench.sut.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.boardbench.host.cgroup.OwnGroup;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.host.proc.ProcStat;
import org.boardbench.host.proc.TreeMembers;

/**
 * The members of a process tree, wherever they have gone to, and their end. {@link #bring} is for
 * one thread, the others may ask meanwhile.
 */
final class TreeEnd {
  private static final Duration KILL_DEADLINE = Duration.ofSeconds(5);
  private static final long POLL_MS = 10;

  private final Process root;
  private final TrialMarker marker;
  private final Optional<OwnGroup> group;
  private final ProcFs procFs = ProcFs.SYSTEM;
  private final Optional<TreeMembers> members;

  /**
   * @param group in which the tree runs alone, and which goes with it
   */
  TreeEnd(Process root, TrialMarker marker, Optional<OwnGroup> group) {
    this.root = root;
    this.marker = marker;
    this.group = group;
    this.members = procFs.stat(Long.toString(root.pid())).map(TreeMembers::new);
  }

  /**
   * SIGTERM, up to {@code stopDeadline}, SIGKILL; interrupts wait until it is over.
   *
   * @param isTold whether the root has had its SIGTERM: a second one ends many a program at once
   */
  void bring(Duration stopDeadline, boolean isTold) {
    boolean interrupted = Thread.interrupted();
    try {
      List<ProcessHandle> all = everywhere();
      if (!isTold) {
        all.forEach(ProcessHandle::destroy);
      }
      all.forEach(TreeEnd::goOn);
      interrupted |= awaitEmpty(stopDeadline);
      long deadlineNs = System.nanoTime() + KILL_DEADLINE.toNanos();
      for (List<ProcessHandle> left = everywhere(); !left.isEmpty(); left = everywhere()) {
        if (System.nanoTime() - deadlineNs > 0) {
          throw new IllegalStateException("processes survive SIGKILL: " + left);
        }
        group.ifPresent(OwnGroup::kill);
        // Again and again, because a process may fork between the look and the signal.
        left.forEach(ProcessHandle::destroyForcibly);
        interrupted |= pause();
      }
      group.ifPresent(OwnGroup::remove);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Who was stopped takes no SIGTERM before it goes on. */
  private static void goOn(ProcessHandle process) {
    try {
      Signal.CONT.send(process.pid());
    } catch (IllegalStateException forbidden) {
      // Then nobody here has stopped it either.
    }
  }

  /** Those that live now, the root first if it does. */
  List<ProcStat> members() {
    Comparator<ProcStat> rootFirst =
        Comparator.comparing((ProcStat process) -> process.pid() != root.pid())
            .thenComparingLong(ProcStat::startTicks)
            .thenComparingLong(ProcStat::pid);
    return living(procFs.processes()).stream().sorted(rootFirst).toList();
  }

  private boolean awaitEmpty(Duration deadline) {
    boolean interrupted = false;
    long deadlineNs = System.nanoTime() + deadline.toNanos();
    while (!(related(procFs.processes()).isEmpty() && grouped().isEmpty())
        && System.nanoTime() - deadlineNs < 0) {
      interrupted |= pause();
    }
    return interrupted;
  }

  /** Members by descent, session and group, and who carries the marker although it left both. */
  private List<ProcessHandle> everywhere() {
    Map<Long, ProcStat> processes = procFs.processes();
    List<ProcessHandle> found = new ArrayList<>(related(processes));
    grouped().stream().filter(handle -> !found.contains(handle)).forEach(found::add);
    String value = marker.value();
    processes.values().stream()
        .filter(process -> !process.hasEnded())
        .filter(process ->
            procFs.variable(process.pid(), TrialMarker.VARIABLE).filter(value::equals).isPresent())
        .flatMap(process -> ProcessHandle.of(process.pid()).stream())
        .filter(handle -> !found.contains(handle))
        .forEach(found::add);
    return found;
  }

  private List<ProcessHandle> grouped() {
    return group.map(OwnGroup::members).orElse(List.of());
  }

  private List<ProcessHandle> related(Map<Long, ProcStat> processes) {
    if (members.isEmpty()) {
      // No /proc, or gone before it could be looked at: what the JVM knows must do.
      return Stream.concat(Stream.of(root.toHandle()), root.descendants())
          .filter(ProcessHandle::isAlive)
          .toList();
    }
    return living(processes).stream()
        .flatMap(process -> ProcessHandle.of(process.pid()).stream())
        .toList();
  }

  private synchronized List<ProcStat> living(Map<Long, ProcStat> processes) {
    return members.map(known -> known.among(processes)).orElse(List.of()).stream()
        .filter(process -> !process.hasEnded())
        .toList();
  }

  private static boolean pause() {
    try {
      Thread.sleep(POLL_MS);
      return false;
    } catch (InterruptedException later) {
      return true;
    }
  }
}
