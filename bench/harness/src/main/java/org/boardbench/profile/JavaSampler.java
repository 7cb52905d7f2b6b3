package org.boardbench.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.boardbench.host.command.CommandRun;

/**
 * The JDK's own profiler by CPU time (JEP 509), started and asked by {@code jcmd}. It samples each
 * Java thread by the thread's own CPU clock, also in the kernel; threads that compile and collect
 * it does not see, and the kernel's counters tell of these.
 */
final class JavaSampler implements StackSampler {
  private static final String EVENT = "jdk.CPUTimeSample";
  private static final String RECORDING = "name=boardbench";
  private static final String SETTINGS = "java.jfc";

  /** What the settings have, too. */
  private static final double SAMPLES_PER_S = 500;

  private final long pid;
  private final Path folder;

  private JavaSampler(long pid, Path folder) {
    this.pid = pid;
    this.folder = folder;
  }

  /**
   * Starts to record.
   *
   * @param folder gets its files
   * @throws IOException when the process lets nobody in, or its JDK has no such profiler
   */
  static JavaSampler start(long pid, Path folder) throws IOException, InterruptedException {
    JavaSampler sampler = new JavaSampler(pid, folder);
    Path settings = folder.resolve(SETTINGS);
    try (InputStream own = JavaSampler.class.getResourceAsStream(SETTINGS)) {
      Files.copy(own, settings, StandardCopyOption.REPLACE_EXISTING);
    }
    try {
      sampler.ask("JFR.start", RECORDING, "settings=" + settings);
    } finally {
      Files.delete(settings);
    }
    return sampler;
  }

  @Override
  public double samplesPerS() {
    return SAMPLES_PER_S;
  }

  @Override
  public Samples samples(Instant from, Instant to) throws IOException, InterruptedException {
    Path recording = folder.resolve(pid + ".jfr");
    try {
      ask("JFR.dump", RECORDING, "filename=" + recording);
      return read(recording, from, to);
    } finally {
      Files.deleteIfExists(recording);
    }
  }

  @Override
  public void close() {
    try {
      ask("JFR.stop", RECORDING);
    } catch (IOException gone) {
      // The process has ended, and its recording with it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a recording has between two moments. */
  static Samples read(Path recording, Instant from, Instant to) throws IOException {
    List<Stack> stacks = new ArrayList<>();
    try (RecordingFile events = new RecordingFile(recording)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        boolean isWithin =
            !event.getStartTime().isBefore(from) && event.getStartTime().isBefore(to);
        if (isWithin && event.getEventType().getName().equals(EVENT)) {
          stacks.add(stack(event));
        }
      }
    }
    return new Samples(stacks, true);
  }

  private static Stack stack(RecordedEvent event) {
    RecordedThread thread = event.getThread("eventThread");
    return new Stack(
        name(thread), frames(event.getStackTrace()), event.getDuration("samplingPeriod").toNanos());
  }

  private static String name(RecordedThread thread) {
    if (thread == null) {
      return "(unknown)";
    }
    if (thread.isVirtual()) {
      return "(virtual)";
    }
    return Optional.ofNullable(thread.getJavaName()).orElse(thread.getOSName());
  }

  /** The JDK has the innermost first. */
  private static List<String> frames(RecordedStackTrace trace) {
    List<String> frames = new ArrayList<>();
    if (trace != null) {
      for (RecordedFrame frame : trace.getFrames()) {
        RecordedMethod method = frame.getMethod();
        frames.add(method.getType().getName() + "." + method.getName());
      }
    }
    return frames.reversed();
  }

  private void ask(String... words) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    List<String> command =
        new ArrayList<>(List.of(jcmd.toString(), "-J-XX:TieredStopAtLevel=1", Long.toString(pid)));
    command.addAll(List.of(words));
    CommandRun run =
        CommandRun.of(command, folder, Map.of())
            .orElseThrow(() -> new IOException(words[0] + " gave no answer in time"));
    if (!run.succeeded()) {
      throw new IOException(words[0] + ": " + run.output().strip());
    }
  }
}
