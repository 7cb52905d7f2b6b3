package org.boardbench.profile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.boardbench.sut.process.Signal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * V8's own profiler, asked through Node's inspector, which a signal opens on the loopback interface
 * and whose address Node then prints. It samples the main thread by the clock on the wall, so that
 * what Node's loop does in the kernel looks idle: {@link Samples#areOfCpuTime} is false.
 *
 * <p>The signal opens it on the same port in every process. So each is told to open it again on a
 * port that nobody has, before the next one gets the signal.
 */
final class NodeSampler implements StackSampler {
  private static final Pattern ADDRESS =
      Pattern.compile("Debugger listening on (ws://127\\.0\\.0\\.1:\\d+/\\S+)");

  private static final Duration DEADLINE = Duration.ofSeconds(5);
  private static final long POLL_MS = 50;
  private static final int LINES = 20;
  private static final int INTERVAL_US = 1000;

  /** Beside this class. */
  private static final String MOVE = "move-inspector.js";

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

  /** What opens an inspector, which is open a moment later. */
  @FunctionalInterface
  interface Opening {
    void begin() throws IOException, InterruptedException;
  }

  /**
   * Opens the inspector. Of the processes of a server only one may be in between at a time; and one
   * that has started others comes after them, because Node passes the signal on to the workers of a
   * cluster.
   *
   * @param output of the process
   * @throws IOException when it does not open: another program may have its port
   */
  static NodeSampler start(long pid, Output output) throws IOException, InterruptedException {
    return start(pid, output, () -> Signal.USR1.send(pid));
  }

  /** {@code signal} is what the process gets. */
  static NodeSampler start(long pid, Output output, Opening signal)
      throws IOException, InterruptedException {
    URI usual = opened(output, signal);
    URI own = opened(output, () -> move(pid, usual));
    Inspector inspector = Inspector.connect(own, DEADLINE);
    try {
      inspector.tell("Profiler.enable", "{}");
      inspector.tell("Profiler.setSamplingInterval", "{\"interval\":" + INTERVAL_US + "}");
    } catch (IOException e) {
      inspector.close();
      throw e;
    }
    return new NodeSampler(inspector);
  }

  private static void move(long pid, URI usual) throws IOException, InterruptedException {
    try (Inspector inspector = Inspector.connect(usual, DEADLINE)) {
      JsonNode answer = Inspector.await(inspector.ask("Runtime.evaluate", moving()), DEADLINE);
      if (answer.at("/result/value").asLong(0) != pid) {
        throw new IOException("the inspector that opened is of another process");
      }
    }
  }

  /** {@code require} is of the inspector's console, whatever kind of modules a server has. */
  private static String moving() throws IOException {
    try (InputStream script = NodeSampler.class.getResourceAsStream(MOVE)) {
      ObjectNode evaluate = JsonNodeFactory.instance.objectNode();
      evaluate.put("expression", new String(script.readAllBytes(), StandardCharsets.UTF_8));
      evaluate.put("includeCommandLineAPI", true);
      return evaluate.toString();
    }
  }

  /** Where an inspector opens: the address that is printed then, and was not before. */
  private static URI opened(Output output, Opening opening)
      throws IOException, InterruptedException {
    Set<URI> before = addresses(output);
    opening.begin();
    long deadlineNs = System.nanoTime() + DEADLINE.toNanos();
    while (System.nanoTime() - deadlineNs < 0) {
      Set<URI> now = addresses(output);
      now.removeAll(before);
      if (!now.isEmpty()) {
        return now.iterator().next();
      }
      Thread.sleep(POLL_MS);
    }
    throw new IOException("the inspector did not open");
  }

  private static Set<URI> addresses(Output output) {
    return output.lastLines(LINES).stream()
        .flatMap(line -> ADDRESS.matcher(line).results())
        .map(found -> URI.create(found.group(1)))
        .collect(Collectors.toCollection(HashSet::new));
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
