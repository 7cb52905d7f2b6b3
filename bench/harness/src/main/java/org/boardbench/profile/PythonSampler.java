package org.boardbench.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boardbench.core.ThisProgram;

/**
 * py-spy, which reads the stacks of Python out of a process' memory without stopping it. It sees no
 * function that is no Python, and skips threads that wait.
 */
final class PythonSampler implements StackSampler {
  private static final String PROGRAM = ".tools/py-spy/bin/py-spy";
  private static final int SAMPLES_PER_S = 250;
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final long pid;
  private final Path program;
  private final Path stacks;

  private final ProfilerProgram recorder = new ProfilerProgram("py-spy", DEADLINE);

  PythonSampler(long pid, Path program, Path stacks) {
    this.pid = pid;
    this.program = program;
    this.stacks = stacks;
  }

  /**
   * @param folder gets its files
   * @throws IOException when py-spy is not there
   */
  static PythonSampler on(long pid, Path folder) throws IOException {
    Path program = ThisProgram.home().resolve(PROGRAM);
    if (!Files.isExecutable(program)) {
      throw new IOException(PROGRAM + " is not there; make py-spy gets it");
    }
    return new PythonSampler(pid, program, folder.resolve(pid + ".py-spy"));
  }

  @Override
  public double samplesPerS() {
    return SAMPLES_PER_S;
  }

  @Override
  public void holdStarted() throws IOException {
    List<String> command =
        List.of(
            program.toString(),
            "record",
            "--pid=" + pid,
            "--rate=" + SAMPLES_PER_S,
            "--duration=unlimited",
            "--format=raw",
            "--function",
            "--nonblocking",
            "--output=" + stacks);
    recorder.start(command, stacks.getParent(), Map.of(), ProcessBuilder.Redirect.DISCARD);
  }

  /** Then it writes what it has. */
  @Override
  public void holdEnded() {
    recorder.interrupt();
  }

  @Override
  public Samples samples(Instant from, Instant to) throws IOException, InterruptedException {
    int status = recorder.await();
    if (status != 0 || !Files.exists(stacks)) {
      throw new IOException("py-spy ended with status " + status);
    }
    try {
      return parse(Files.readAllLines(stacks));
    } finally {
      Files.delete(stacks);
    }
  }

  /**
   * Lines of frames from the outermost on, with semicolons between, and how often they were seen.
   */
  static Samples parse(List<String> lines) {
    List<Stack> stacks = new ArrayList<>();
    for (String line : lines) {
      int space = line.lastIndexOf(' ');
      if (space > 0) {
        List<String> frames = List.of(line.substring(0, space).split(";", -1));
        int count = Integer.parseInt(line.substring(space + 1));
        for (int i = 0; i < count; i++) {
          stacks.add(new Stack(ProcessTimes.MAIN, named(frames), 1e9 / SAMPLES_PER_S));
        }
      }
    }
    return new Samples(stacks, false);
  }

  /** {@code function (file:line)} as {@code file:function}. */
  private static List<String> named(List<String> frames) {
    return frames.stream()
        .map(frame -> frame.replaceFirst("^(.*) \\((.*?)(?::\\d+)?\\)$", "$2:$1"))
        .toList();
  }

  @Override
  public void close() {
    recorder.close();
  }
}
