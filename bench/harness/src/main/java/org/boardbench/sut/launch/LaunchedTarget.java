package org.boardbench.sut.launch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.Endpoint;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.host.sampling.Component;
import org.boardbench.sut.process.LogTail;

/** The programs of one launch; filled while they come up, then only read. */
final class LaunchedTarget implements RunningTarget {
  private final LogTail log;
  private final List<Component> components = new ArrayList<>();
  private final Deque<Program> youngestFirst = new ArrayDeque<>();
  private Endpoint endpoint;

  LaunchedTarget(LogTail log) {
    this.log = log;
  }

  void add(Component companion, Program program) {
    components.add(companion);
    youngestFirst.push(program);
  }

  void addServer(Component server, Program program, int port, String path) {
    components.addFirst(server);
    youngestFirst.push(program);
    endpoint = new Endpoint(LoopbackPorts.uri("ws", port, path), Map.of());
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
    return youngestFirst.stream().allMatch(Program::isAlive);
  }

  @Override
  public Optional<String> failure() {
    return youngestFirst.stream().flatMap(program -> program.ending().stream()).findFirst();
  }

  @Override
  public List<String> lastLines(int count) {
    return log.lines(count);
  }

  /** The server before its companions, so that it need not complain that they are gone. */
  @Override
  public void close() {
    RuntimeException first = null;
    for (Program program : youngestFirst) {
      try {
        program.stop();
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
