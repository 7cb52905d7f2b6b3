package org.boardbench.sut.launch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.core.Endpoint;
import org.boardbench.host.sampling.Component;
import org.boardbench.sut.link.Relay;
import org.boardbench.sut.process.LogTail;

/** The programs of one launch; filled while they come up, then only read. */
final class LaunchedTarget implements RunningTarget {
  private final LogTail log;
  private final boolean isElsewhere;
  private final List<LaunchedPart> parts = new ArrayList<>();
  private final Deque<LaunchedPart> youngestFirst = new ArrayDeque<>();
  private final Map<String, TargetLink> links = new HashMap<>();
  private final List<Integer> ports = new ArrayList<>();
  private Endpoint endpoint;

  LaunchedTarget(LogTail log, boolean isElsewhere) {
    this.log = log;
    this.isElsewhere = isElsewhere;
  }

  void add(LaunchedPart companion) {
    parts.add(companion);
    youngestFirst.push(companion);
  }

  /**
   * Adds a server, after those that came before it.
   *
   * @param port on which it listens
   */
  void addServer(LaunchedPart server, int port) {
    parts.add(ports.size(), server);
    ports.add(port);
    youngestFirst.push(server);
  }

  /** Users connect there. */
  void open(Endpoint users) {
    endpoint = users;
  }

  /**
   * @param side as in {@link #link}
   */
  void addLink(String side, TargetLink link) {
    links.put(side, link);
  }

  @Override
  public Endpoint endpoint() {
    return endpoint;
  }

  @Override
  public List<Component> components() {
    return parts.stream().map(LaunchedPart::component).toList();
  }

  @Override
  public boolean isAlive() {
    return parts.stream().allMatch(LaunchedPart::isAlive);
  }

  @Override
  public Optional<String> failure() {
    return youngestFirst.stream().flatMap(part -> part.failure().stream()).findFirst();
  }

  @Override
  public List<String> lastLines(int count) {
    return log.lines(count);
  }

  @Override
  public Optional<TargetPart> part(String component) {
    List<TargetPart> named =
        parts.stream()
            .filter(part -> part.component().name().equals(component))
            .<TargetPart>map(part -> part)
            .toList();
    return named.size() > 1 ? Optional.of(new AllReplicas(named)) : named.stream().findFirst();
  }

  @Override
  public List<TargetPart> replicas() {
    return List.copyOf(parts.subList(0, ports.size()));
  }

  @Override
  public boolean isElsewhere() {
    return isElsewhere;
  }

  @Override
  public List<Integer> replicaPorts() {
    return ports.size() > 1 ? List.copyOf(ports) : List.of();
  }

  @Override
  public Optional<TargetLink> link(String side) {
    return Optional.ofNullable(links.get(side));
  }

  /** The server before its companions, so that it need not complain that they are gone. */
  @Override
  public void close() {
    try {
      closeParts();
    } finally {
      links.values().forEach(link -> link.relays().forEach(Relay::close));
    }
  }

  private void closeParts() {
    RuntimeException first = null;
    for (LaunchedPart part : youngestFirst) {
      try {
        part.close();
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
