package org.boardbench.baseline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.boardbench.core.LoopbackPorts;
import org.boardbench.sut.launch.ReadyCheck;
import org.boardbench.sut.process.ProcessSet;

/** The reference server, fresh, on its own core. Ends with the object. */
final class ServerProgram implements AutoCloseable {
  private static final Duration READY = Duration.ofSeconds(30);
  private static final long POLL_MS = 50;

  /** Those of its target.yaml. */
  private static final List<String> FLAGS =
      List.of("-Xmx512m", "-Xms64m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

  private static final String MAIN_CLASS = "org.boardbench.reference.ReferenceProgram";

  private final PinnedProcess process;
  private final int port;

  private ServerProgram(PinnedProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it, and returns when it is ready.
   *
   * @param processes ends it when this program ends
   * @param ports where its port comes from
   */
  static ServerProgram start(ProcessSet processes, LoopbackPorts ports, String cpu, Path output)
      throws MeasurementException, IOException, InterruptedException {
    int port = ports.next();
    List<String> command = JavaProgram.command(FLAGS, MAIN_CLASS);
    command.add("--port=" + port);
    ServerProgram server =
        new ServerProgram(
            PinnedProcess.start(processes, "the reference server", cpu, command, output), port);
    boolean isReady = false;
    try {
      server.awaitReady();
      isReady = true;
    } finally {
      if (!isReady) {
        server.close();
      }
    }
    return server;
  }

  int port() {
    return port;
  }

  /** What it has used since its start. */
  Duration cpuTime() {
    return process.usage().cpuTime();
  }

  private void awaitReady() throws MeasurementException, IOException, InterruptedException {
    ReadyCheck ready = ReadyCheck.http(port, "/health");
    long deadlineNs = System.nanoTime() + READY.toNanos();
    while (!ready.isReady()) {
      if (!process.isAlive() || System.nanoTime() > deadlineNs) {
        throw process.failure("is not ready");
      }
      Thread.sleep(POLL_MS);
    }
  }

  @Override
  public void close() {
    process.close();
  }
}
