package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.target.HostEnvironment;

/** A program on a core of its own, its output in a file. Ends with the object. */
final class PinnedProcess implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(10);
  private static final long POLL_MS = 200;
  private static final Pattern PEAK_MEMORY = Pattern.compile("(?m)^VmHWM:\\s*(\\d+) kB$");

  private final String name;
  private final Process process;
  private final Path output;
  private Usage usage = new Usage(Duration.ZERO, 0);

  private PinnedProcess(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  /**
   * Starts {@code command}.
   *
   * @param cpu a CPU list as taskset takes it
   */
  static PinnedProcess start(String name, String cpu, List<String> command, Path output)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("taskset", "-c", cpu));
    words.addAll(command);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // As a sweep's servers have it: options of somebody's own would be compared otherwise.
    builder.environment().clear();
    builder.environment().putAll(HostEnvironment.of(Path.of("")).variables());
    return new PinnedProcess(name, builder.start(), output);
  }

  /** Waits for an end in good order. */
  void awaitSuccess(Duration patience)
      throws MeasurementException, IOException, InterruptedException {
    long deadlineNs = System.nanoTime() + patience.toNanos();
    while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
      readUsage();
      if (System.nanoTime() > deadlineNs) {
        throw new MeasurementException(name + " has not ended in " + patience.toSeconds() + " s");
      }
    }
    if (process.exitValue() != 0) {
      throw failure("ended with status " + process.exitValue());
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What is wrong with this process, and the last thing that it said. */
  MeasurementException failure(String what) throws IOException {
    List<String> lines = Files.readAllLines(output);
    String lastLine = lines.isEmpty() ? "" : ": " + lines.getLast();
    return new MeasurementException(name + " " + what + lastLine + " (" + output + ")");
  }

  /** What it has used so far, or had when it was last seen. */
  Usage usage() {
    readUsage();
    return usage;
  }

  private void readUsage() {
    Duration cpuTime = process.info().totalCpuDuration().orElse(usage.cpuTime());
    usage = new Usage(cpuTime, Math.max(usage.peakMemoryKib(), peakMemoryKib()));
  }

  /** 0 for a process that has ended. */
  private long peakMemoryKib() {
    try {
      Path status = Path.of("/proc", Long.toString(process.pid()), "status");
      Matcher matcher = PEAK_MEMORY.matcher(Files.readString(status));
      return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    } catch (IOException ended) {
      return 0;
    }
  }

  /**
   * @param peakMemoryKib the most that was resident at once
   */
  record Usage(Duration cpuTime, long peakMemoryKib) {}

  @Override
  public void close() {
    process.destroy();
    boolean interrupted = Thread.interrupted();
    try {
      if (!process.waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      interrupted = true;
      process.destroyForcibly();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
