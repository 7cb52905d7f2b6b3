package org.boardbench.profile;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.sut.process.Signal;
import tools.jackson.databind.JsonNode;

/**
 * V8's own profiler, asked through Node's inspector, which a signal opens on the loopback interface
 * and whose address Node then prints. It samples the main thread by the clock on the wall, so that
 * what Node's loop does in the kernel looks idle: {@link Samples#areOfCpuTime} is false.
 */
final class NodeSampler implements StackSampler {
  private static final Pattern ADDRESS =
      Pattern.compile("Debugger listening on (ws://127\\.0\\.0\\.1:\\d+/\\S+)");

  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final long POLL_MS = 50;
  private static final int LINES = 20;
  private static final int INTERVAL_US = 1000;

  private final Inspector inspector;

  /** What the hold came to. */
  private CompletableFuture<JsonNode> profile = unfinished();

  NodeSampler(Inspector inspector) {
    this.inspector = inspector;
  }

  /** Of a hold whose end the inspector has not been told. */
  private static CompletableFuture<JsonNode> unfinished() {
    return CompletableFuture.failedFuture(new IOException("it was not asked"));
  }

  /** The last lines that a server has printed. */
  @FunctionalInterface
  interface Output {
    List<String> lastLines(int count);
  }

  /**
   * Opens the inspector.
   *
   * @param output of the process
   * @throws IOException when it does not open: another process of the server may have its port
   */
  static NodeSampler start(long pid, Output output) throws IOException, InterruptedException {
    Signal.USR1.send(pid);
    URI address =
        await(() -> address(output.lastLines(LINES)))
            .orElseThrow(() -> new IOException("the inspector did not open"));
    Inspector inspector = Inspector.connect(address, DEADLINE);
    try {
      inspector.tell("Profiler.enable", "{}");
      inspector.tell("Profiler.setSamplingInterval", "{\"interval\":" + INTERVAL_US + "}");
    } catch (IOException e) {
      inspector.close();
      throw e;
    }
    return new NodeSampler(inspector);
  }

  private static Optional<URI> address(List<String> lines) {
    for (String line : lines.reversed()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return Optional.of(URI.create(address.group(1)));
      }
    }
    return Optional.empty();
  }

  private static Optional<URI> await(Supplier<Optional<URI>> address) throws InterruptedException {
    long deadlineNs = System.nanoTime() + DEADLINE.toNanos();
    Optional<URI> found = address.get();
    while (found.isEmpty() && System.nanoTime() - deadlineNs < 0) {
      Thread.sleep(POLL_MS);
      found = address.get();
    }
    return found;
  }

  @Override
  public double samplesPerS() {
    return 1e6 / INTERVAL_US;
  }

  @Override
  public void holdStarted() throws IOException {
    profile = unfinished();
    inspector.tell("Profiler.start", "{}");
  }

  @Override
  public void holdEnded() throws IOException {
    profile = inspector.ask("Profiler.stop", "{}");
  }

  @Override
  public Samples samples(Instant from, Instant to) throws IOException, InterruptedException {
    return V8Profile.samples(Inspector.await(profile, DEADLINE).path("profile"));
  }

  @Override
  public void close() {
    inspector.close(); // Node would wait for it before it ends
  }
}
