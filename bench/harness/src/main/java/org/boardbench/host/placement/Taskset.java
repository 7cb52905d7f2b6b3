package org.boardbench.host.placement;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.boardbench.core.CpuList;
import org.boardbench.host.command.CommandRun;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcFs;

/**
 * Linux's {@code taskset}, which says on which CPUs threads may run.
 *
 * @param program where it is
 */
record Taskset(Path program, HostEnvironment host, ProcFs procFs) {
  /** Threads that start while the others are being pinned may slip through; the next try finds. */
  private static final int TRIES = 5;

  /** Empty where it is not installed, and where the kernel is not Linux. */
  static Optional<Taskset> find(HostEnvironment host, ProcFs procFs) {
    return procFs.isAvailable()
        ? host.which("taskset").map(program -> new Taskset(program, host, procFs))
        : Optional.empty();
  }

  /** What a command has to begin with to run on {@code cpus}, with all that it starts. */
  List<String> prefix(String cpus) {
    return List.of(program.toString(), "-c", cpus);
  }

  /**
   * Pins every thread of this JVM, and so all that they start.
   *
   * @return what went wrong; empty when the kernel shows every thread pinned
   */
  Optional<String> pinThisJvm(String cpus) throws InterruptedException {
    String pid = Long.toString(ProcessHandle.current().pid());
    for (int i = 0; i < TRIES; i++) {
      Optional<CommandRun> run = run(List.of("-a", "-p", "-c", cpus, pid));
      if (run.isEmpty() || !run.get().succeeded()) {
        return Optional.of(run.map(CommandRun::complaints).orElse("it does not answer").strip());
      }
      if (isEveryThreadOn(CpuList.parse(cpus).orElseThrow())) {
        return Optional.empty();
      }
    }
    return Optional.of("some thread stays elsewhere");
  }

  /** The CPUs that a command which is started on {@code cpus} gets; empty when it does not run. */
  Optional<String> probe(String cpus) throws InterruptedException {
    return run(List.of("-c", cpus, "cat", "/proc/self/status"))
        .filter(CommandRun::succeeded)
        .flatMap(run -> CpuList.ofStatus(run.printed()))
        .map(CpuList::format);
  }

  private boolean isEveryThreadOn(NavigableSet<Integer> cpus) {
    for (String thread : procFs.list("self/task")) {
      Optional<NavigableSet<Integer>> allowed = procFs.cpus("self/task/" + thread);
      if (allowed.isPresent() && !allowed.get().equals(cpus)) {
        return false;
      }
    }
    return true;
  }

  private Optional<CommandRun> run(List<String> words) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(words);
    return CommandRun.of(command, host.root(), host.variables());
  }
}
