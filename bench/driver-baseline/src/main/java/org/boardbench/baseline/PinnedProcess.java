package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.host.proc.ProcFs;
import org.boardbench.sut.process.ProcessSet;
import org.boardbench.sut.process.ProcessTree;

/** A program on a core of its own, its output in a file. Ends with the object. */
final class PinnedProcess implements AutoCloseable {
  private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Pattern PEAK_MEMORY = Pattern.compile("(?m)^VmHWM:\\s*(\\d+) kB$");

  private final ProcessTree tree;
  private final Path output;
  private Usage usage = new Usage(Duration.ZERO, 0);

  private PinnedProcess(ProcessTree tree, Path output) {
    this.tree = tree;
    this.output = output;
  }

  /**
   * Starts {@code command}.
   *
   * @param processes ends it when this program ends
   * @param cpu a CPU list as taskset takes it
   * @param output is not there yet
   */
  static PinnedProcess start(
      ProcessSet processes, String name, String cpu, List<String> command, Path output)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("taskset", "-c", cpu));
    words.addAll(command);
    // As a sweep's servers have it: options of somebody's own would be compared otherwise.
    HostEnvironment host = HostEnvironment.of(Path.of(""));
    ProcessTree tree =
        processes.start(
            new ProcessTree.Command(
                name, words, host.root(), host.variables(), output, STOP_DEADLINE));
    return new PinnedProcess(tree, output);
  }

  /** Waits for an end in good order. */
  void awaitSuccess(Duration patience)
      throws MeasurementException, IOException, InterruptedException {
    long deadlineNs = System.nanoTime() + patience.toNanos();
    Optional<Integer> status = tree.waitFor(POLL);
    while (status.isEmpty()) {
      readUsage();
      if (System.nanoTime() > deadlineNs) {
        throw new MeasurementException(
            tree.name() + " has not ended in " + patience.toSeconds() + " s");
      }
      status = tree.waitFor(POLL);
    }
    if (status.get() != 0) {
      throw failure("ended with status " + status.get());
    }
  }

  boolean isAlive() {
    return tree.isAlive();
  }

  /** What is wrong with this process, and the last thing that it said. */
  MeasurementException failure(String what) throws IOException {
    List<String> lines = Files.readAllLines(output);
    String lastLine = lines.isEmpty() ? "" : ": " + lines.getLast();
    return new MeasurementException(tree.name() + " " + what + lastLine + " (" + output + ")");
  }

  /** What it has used so far, or had when it was last seen. */
  Usage usage() {
    readUsage();
    return usage;
  }

  private void readUsage() {
    Duration cpuTime =
        ProcessHandle.of(tree.pid())
            .flatMap(process -> process.info().totalCpuDuration())
            .orElse(usage.cpuTime());
    usage = new Usage(cpuTime, Math.max(usage.peakMemoryKib(), peakMemoryKib()));
  }

  /** 0 for a process that has ended. */
  private long peakMemoryKib() {
    return ProcFs.SYSTEM
        .read(tree.pid() + "/status")
        .map(PEAK_MEMORY::matcher)
        .filter(Matcher::find)
        .map(matcher -> Long.parseLong(matcher.group(1)))
        .orElse(0L);
  }

  /**
   * @param peakMemoryKib the most that was resident at once
   */
  record Usage(Duration cpuTime, long peakMemoryKib) {}

  @Override
  public void close() {
    tree.stop();
  }
}
