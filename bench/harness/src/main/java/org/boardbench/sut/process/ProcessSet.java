package org.boardbench.sut.process;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.boardbench.host.cgroup.OwnGroup;

/**
 * Every process tree that this harness has started and not ended. Whatever ends the harness (its
 * last line, an exception, Ctrl-C, SIGTERM), ends them. Thread-safe.
 */
public final class ProcessSet implements AutoCloseable {
  private final Deque<ProcessTree> running = new ArrayDeque<>();
  private boolean closed;

  private ProcessSet() {}

  /** A set that the JVM's shutdown closes at the latest. */
  public static ProcessSet endingWithTheHarness() {
    ProcessSet processes = new ProcessSet();
    Runtime.getRuntime().addShutdownHook(new Thread(processes::close, "end-processes"));
    return processes;
  }

  /**
   * Starts a tree; {@link #close} stops it if nobody has done so before.
   *
   * @throws IOException when the program cannot be started or the harness is ending
   */
  public synchronized ProcessTree start(ProcessTree.Command command) throws IOException {
    if (closed) {
      command.group().ifPresent(OwnGroup::remove);
      throw new IOException(command.name() + " is not started any more: the harness is ending");
    }
    ProcessTree tree = ProcessTree.start(command, this::forget);
    running.push(tree);
    return tree;
  }

  private synchronized void forget(ProcessTree stopped) {
    running.remove(stopped);
  }

  /** Ends all, the youngest first, and starts no more. Later calls wait until that is done. */
  @Override
  public void close() {
    for (ProcessTree tree = next(); tree != null; tree = next()) {
      tree.stop();
    }
  }

  private synchronized ProcessTree next() {
    closed = true;
    return running.peek();
  }
}
