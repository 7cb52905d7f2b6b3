package org.boardbench.profile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.host.command.HostEnvironment;

/**
 * perf, for which the kernel notes where the threads of a process are, by a timer and so also on
 * virtual machines without counters in hardware. It sees the kernel's own functions, whose names
 * are written {@code kernel:name}, and of a program those that its file names.
 */
final class PerfSampler implements StackSampler {
  private static final String PROGRAM = "perf";

  /** Not in step with what a server does every few milliseconds. */
  private static final int SAMPLES_PER_S = 499;

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  /** A shell's status for a program that a signal has ended, here as it was asked to. */
  private static final int INTERRUPTED = 130;

  private static final Pattern THREAD = Pattern.compile("(\\S.*?)\\s+(\\d+)\\s*");
  private static final Pattern FRAME = Pattern.compile("\\s+([0-9a-f]+) (.+)");

  /** Addresses of the kernel, on all that it runs on with 64 bits. */
  private static final Pattern IN_KERNEL = Pattern.compile("ffff[0-9a-f]{12}");

  private static final String KERNEL = "kernel:";
  private static final String UNKNOWN = "[unknown]";

  private final long pid;
  private final HostEnvironment host;
  private final String event;
  private final Path recording;
  private final Path said;

  private final ProfilerProgram recorder = new ProfilerProgram(PROGRAM, DEADLINE);

  private PerfSampler(long pid, Path folder, HostEnvironment host, String event) {
    this.pid = pid;
    this.host = host;
    this.event = event;
    this.recording = folder.resolve(pid + ".perf");
    this.said = folder.resolve(pid + ".perf.log");
  }

  /**
   * In the program and in the kernel.
   *
   * @param folder gets its files
   * @throws IOException when perf is not there
   */
  static PerfSampler on(long pid, Path folder) throws IOException {
    return on(pid, folder, "cpu-clock");
  }

  /** In the kernel alone: a sample stands for CPU time there. */
  static PerfSampler inKernel(long pid, Path folder) throws IOException {
    return on(pid, folder, "cpu-clock:k");
  }

  private static PerfSampler on(long pid, Path folder, String event) throws IOException {
    HostEnvironment host = HostEnvironment.of(Path.of(""));
    if (host.which(PROGRAM).isEmpty()) {
      throw new IOException("perf is not there (on Debian: apt-get install linux-perf)");
    }
    return new PerfSampler(pid, folder, host, event);
  }

  @Override
  public double samplesPerS() {
    return SAMPLES_PER_S;
  }

  @Override
  public void holdStarted() throws IOException {
    List<String> command =
        List.of(
            PROGRAM,
            "record",
            "--quiet",
            "--no-buildid",
            "--no-buildid-cache",
            "--event=" + event,
            "--freq=" + SAMPLES_PER_S,
            "--call-graph=fp",
            "--pid=" + pid,
            "--output=" + recording);
    start(recorder, command, said);
  }

  /** Then it writes what it has. */
  @Override
  public void holdEnded() {
    recorder.interrupt();
  }

  @Override
  public Samples samples(Instant from, Instant to) throws IOException, InterruptedException {
    Path stacks = recording.resolveSibling(recording.getFileName() + ".txt");
    try {
      await(recorder, said);
      List<String> command =
          List.of(
              PROGRAM, "script", "--input=" + recording, "--fields=comm,tid,ip,sym", "--no-inline");
      ProfilerProgram script = new ProfilerProgram(PROGRAM, DEADLINE);
      start(script, command, stacks);
      await(script, stacks);
      try (Stream<String> lines = Files.lines(stacks, StandardCharsets.ISO_8859_1)) {
        return parse(lines.iterator(), pid);
      }
    } finally {
      Files.deleteIfExists(recording);
      Files.deleteIfExists(said);
      Files.deleteIfExists(stacks);
    }
  }

  private void start(ProfilerProgram perf, List<String> command, Path output) throws IOException {
    perf.start(
        command,
        recording.getParent(),
        host.variables(),
        ProcessBuilder.Redirect.to(output.toFile()));
  }

  /** {@code output} is what it has said, if it has not done its work. */
  private static void await(ProfilerProgram perf, Path output)
      throws IOException, InterruptedException {
    int status = perf.await();
    if (status != 0 && status != INTERRUPTED) {
      try (Stream<String> lines = Files.lines(output, StandardCharsets.ISO_8859_1)) {
        throw new IOException(
            lines
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(2)
                .collect(Collectors.joining(" ", "perf ended with status " + status + ": ", "")));
      }
    }
  }

  /**
   * Of each sample a line with the thread, one for each frame from the innermost on, and an empty
   * one; all else is what perf says besides.
   */
  static Samples parse(Iterator<String> lines, long pid) {
    List<Stack> stacks = new ArrayList<>();
    String thread = "";
    List<String> frames = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next();
      Matcher frame = FRAME.matcher(line);
      Matcher head = THREAD.matcher(line);
      if (frame.matches()) {
        name(frame.group(1), frame.group(2)).ifPresent(frames::add);
      } else if (head.matches()) {
        thread = Long.parseLong(head.group(2)) == pid ? ProcessTimes.MAIN : head.group(1);
        frames.clear();
      } else if (line.isEmpty() && !thread.isEmpty()) {
        stacks.add(new Stack(thread, frames.reversed(), 1e9 / SAMPLES_PER_S));
        thread = "";
      }
    }
    return new Samples(stacks, true);
  }

  private static Optional<String> name(String address, String symbol) {
    if (symbol.equals(UNKNOWN)) {
      return Optional.empty();
    }
    return Optional.of(IN_KERNEL.matcher(address).matches() ? KERNEL + symbol : symbol);
  }

  @Override
  public void close() {
    recorder.close();
  }
}
