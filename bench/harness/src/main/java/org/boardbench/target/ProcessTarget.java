package org.boardbench.target;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The processes of one launch; filled while they come up, then only read. */
final class ProcessTarget implements RunningTarget {
  private final ProcessSet processes;
  private final LogTail log;
  private final List<Component> components = new ArrayList<>();
  private final Deque<ProcessTree> youngestFirst = new ArrayDeque<>();
  private Endpoint endpoint;

  ProcessTarget(ProcessSet processes, LogTail log) {
    this.processes = processes;
    this.log = log;
  }

  void add(Component companion, ProcessTree tree) {
    components.add(companion);
    youngestFirst.push(tree);
  }

  void addServer(Component server, ProcessTree tree, int port, String path) {
    components.addFirst(server);
    youngestFirst.push(tree);
    endpoint = new Endpoint(URI.create("ws://127.0.0.1:" + port + path), Map.of());
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public List<Component> components() {
    return List.copyOf(components);
  }

  @Override
  public boolean isAlive() {
    return youngestFirst.stream().allMatch(ProcessTree::isAlive);
  }

  @Override
  public Optional<String> failure() {
    return youngestFirst.stream().flatMap(tree -> tree.ending().stream()).findFirst();
  }

  @Override
  public List<String> lastLines(int count) {
    return log.lines(count);
  }

  /** The server before its companions, so that it need not complain that they are gone. */
  @Override
  public void close() {
    RuntimeException first = null;
    for (ProcessTree tree : youngestFirst) {
      try {
        processes.stop(tree);
      } catch (RuntimeException survivor) {
        if (first == null) {
          first = survivor;
        } else {
          first.addSuppressed(survivor);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
