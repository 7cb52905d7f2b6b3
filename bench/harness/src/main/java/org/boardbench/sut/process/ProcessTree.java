package org.boardbench.sut.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.boardbench.host.cgroup.OwnGroup;
import org.boardbench.host.command.CommandStart;
import org.boardbench.host.proc.ProcStat;

/**
 * A program that was started here, with all that it starts in turn. It leads a session of its own,
 * so that a terminal's Ctrl-C reaches the harness alone, which then ends things in order. Its
 * output goes straight to a file: no thread of the driver carries it.
 */
public final class ProcessTree {
  private final String name;
  private final Process process;
  private final Duration stopDeadline;
  private final TreeEnd end;
  private final long startNs = System.nanoTime();
  private final CompletableFuture<Long> endNs;
  private final Consumer<ProcessTree> onStopped;
  private volatile boolean isTold;
  private boolean stopped;

  private ProcessTree(
      Command command, Process process, TrialMarker marker, Consumer<ProcessTree> onStopped) {
    this.name = command.name();
    this.process = process;
    this.stopDeadline = command.stopDeadline();
    this.end = new TreeEnd(process, marker, command.group());
    this.onStopped = onStopped;
    this.endNs = process.onExit().thenApply(ended -> System.nanoTime());
  }

  /**
   * What to start.
   *
   * @param name for messages
   * @param log gets its output, after what it already holds
   * @param stopDeadline from SIGTERM until SIGKILL
   * @param group in which it runs; removed with the tree, also when that cannot be started
   */
  public record Command(
      String name,
      List<String> words,
      Path folder,
      Map<String, String> variables,
      Path log,
      Duration stopDeadline,
      Optional<OwnGroup> group) {
    /** What runs in no group of its own. */
    public Command(
        String name,
        List<String> words,
        Path folder,
        Map<String, String> variables,
        Path log,
        Duration stopDeadline) {
      this(name, words, folder, variables, log, stopDeadline, Optional.empty());
    }
  }

  /**
   * Called by {@link ProcessSet} alone, which ends what is left when the harness ends.
   *
   * @param onStopped is told once nothing is left of it
   */
  static ProcessTree start(Command command, Consumer<ProcessTree> onStopped) throws IOException {
    List<String> words = new ArrayList<>();
    command.group().ifPresent(group -> words.addAll(group.prefix()));
    words.addAll(command.words());
    TrialMarker marker = TrialMarker.next();
    ProcessBuilder builder =
        CommandStart.inOwnSession(words, command.folder(), command.variables())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(command.log().toFile()));
    builder.environment().put(TrialMarker.VARIABLE, marker.value());
    boolean isStarted = false;
    try {
      ProcessTree tree = new ProcessTree(command, builder.start(), marker, onStopped);
      isStarted = true;
      return tree;
    } finally {
      if (!isStarted) {
        command.group().ifPresent(OwnGroup::remove);
      }
    }
  }

  public String name() {
    return name;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /**
   * All its processes that live, the root first; none where there is no {@code /proc}. From any
   * thread.
   */
  public List<ProcStat> processes() {
    return end.members();
  }

  /** Waits for the root to end by itself; its exit status, or empty when it still runs. */
  public Optional<Integer> waitFor(Duration deadline) throws InterruptedException {
    return process.waitFor(deadline) ? Optional.of(process.exitValue()) : Optional.empty();
  }

  /** How it ended by itself, e.g. {@code redis exited with status 1 after 0.4 s}. */
  public Optional<String> ending() {
    if (process.isAlive()) {
      return Optional.empty();
    }
    long lifeNs = endNs.getNow(System.nanoTime()) - startNs;
    int status = process.exitValue();
    String signal = status > 128 && status < 160 ? " (signal " + (status - 128) + ")" : "";
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s exited with status %d%s after %.1f s",
            name,
            status,
            signal,
            lifeNs / 1e9));
  }

  /**
   * SIGTERM to the root alone, which is to tell the others; {@link #stop} sends it to nobody again.
   *
   * @return whether it was there
   */
  public boolean terminate() {
    isTold = process.isAlive() && Signal.TERM.send(process.pid());
    return isTold;
  }

  /**
   * SIGTERM to every process of the tree, SIGKILL to those that are still there at the deadline.
   * Returns when they are gone, whoever else is stopping the tree, also when interrupted: that is
   * remembered and does not cut it short. Later calls do nothing.
   *
   * @throws IllegalStateException when a process survives SIGKILL
   */
  public synchronized void stop() {
    if (!stopped) {
      stopped = true;
      end.bring(stopDeadline, isTold);
      // The kernel knows of the end a moment before the JVM does, and others ask the JVM.
      process.onExit().join();
    }
    onStopped.accept(this);
  }
}
