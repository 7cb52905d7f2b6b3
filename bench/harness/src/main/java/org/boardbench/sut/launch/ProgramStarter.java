package org.boardbench.sut.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.sut.process.LaunchException;

/** Starts the programs of one target, in one way. */
public interface ProgramStarter {
  /**
   * What the places {@code {folder}} and {@code {jdk}} are where a component runs.
   *
   * @param component {@code Component.SERVER} or a companion's name
   */
  Map<String, String> places(String component);

  /**
   * The address on which a program is told to listen.
   *
   * @param component {@code Component.SERVER} or a companion's name
   */
  default String listensOn(String component) {
    return LoopbackPorts.HOST;
  }

  /** Where this harness itself finds one that has been started. */
  default String hostForHarness(String component) {
    return LoopbackPorts.HOST;
  }

  /**
   * Where other programs of the target find one, known before it is started.
   *
   * @param component {@code Component.SERVER} or a companion's name
   * @param replica counts from 1
   */
  default String host(String component, int replica) {
    return LoopbackPorts.HOST;
  }

  /** Where users find one that has been started; its port is the same everywhere. */
  default String hostForUsers(String component, int replica) {
    return LoopbackPorts.HOST;
  }

  /** Whether they run on machines of which this harness sees neither processes nor connections. */
  default boolean isElsewhere() {
    return false;
  }

  /**
   * Starts one; its output goes to the log, after what that already holds.
   *
   * @throws LaunchException when it could not be started as asked, with the reason
   * @throws IOException when it could not be started at all
   */
  Program start(Spec spec) throws IOException, LaunchException, InterruptedException;

  /**
   * What to start.
   *
   * @param name for messages
   * @param component {@code Component.SERVER} or a companion's name
   * @param replica which of several of the component; counts from 1
   * @param port on which it listens
   * @param environment beside what every program gets
   * @param stopDeadline from SIGTERM until SIGKILL
   */
  record Spec(
      String name,
      String component,
      int replica,
      int port,
      List<String> words,
      Map<String, String> environment,
      Path log,
      Duration stopDeadline) {
    public Spec {
      words = List.copyOf(words);
      environment = Map.copyOf(environment);
    }
  }
}
