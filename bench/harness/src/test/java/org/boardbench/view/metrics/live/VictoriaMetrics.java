package org.boardbench.view.metrics.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real program, on a free port, with its data in a folder of the test's. */
final class VictoriaMetrics implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final Process process;
  private final URI uri;
  private final HttpClient client = HttpClient.newHttpClient();

  private VictoriaMetrics(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Where the program is; the test is skipped when this machine has none and cannot get it.
   *
   * @param root the project's
   */
  static Path program(Path root) throws IOException, InterruptedException {
    Process search =
        new ProcessBuilder(root.resolve("bench/setup/metrics.sh").toString(), "--program")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(search.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeTrue(
        search.waitFor() == 0,
        "no victoria-metrics on the PATH, and Debian's package cannot be installed here");
    return Path.of(answer.lines().toList().getLast());
  }

  /**
   * Starts one.
   *
   * @param page what it collects five times a second; null for nothing
   */
  static VictoriaMetrics start(Path program, Path folder, URI page) throws Exception {
    int port = freePort();
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "-httpListenAddr=127.0.0.1:" + port,
                "-storageDataPath=" + folder.resolve("data"),
                "-retentionPeriod=100y",
                "-search.latencyOffset=0s",
                "-dedup.minScrapeInterval=1ms"));
    if (page != null) {
      Path config = folder.resolve("scrape.yaml");
      Files.writeString(
          config,
          """
          global: { scrape_interval: 200ms }
          scrape_configs:
            - job_name: boardbench
              static_configs: [ { targets: ['%s'] } ]
          """
              .formatted(page.getAuthority()));
      command.add("-promscrape.config=" + config);
    }
    VictoriaMetrics started =
        new VictoriaMetrics(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("victoria-metrics.log").toFile())
                .start(),
            URI.create("http://127.0.0.1:" + port));
    started.awaitHealth();
    return started;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitHealth() throws Exception {
    while (true) {
      assertThat(process.isAlive()).as("VictoriaMetrics runs").isTrue();
      try {
        ask("/health");
        return;
      } catch (IOException notYet) {
        Thread.sleep(20);
      }
    }
  }

  URI uri() {
    return uri;
  }

  /**
   * Whether a query gives anything from that time on, at a point a second; waits a little for it,
   * since what has been collected takes a moment to be stored.
   */
  boolean hasData(String query, double startSeconds) throws Exception {
    return comesToHold(() -> !since(query, startSeconds).isEmpty(), MOMENT);
  }

  private List<JsonNode> since(String query, double startSeconds) throws Exception {
    return series(
        "/api/v1/query_range?step=1&nocache=1&start=%s&end=%s&query=%s"
            .formatted(startSeconds, System.currentTimeMillis() / 1e3, encoded(query)));
  }

  /** The only number that a query gives now. */
  double number(String query) throws Exception {
    List<Double> numbers = numbers(query);
    assertThat(numbers).as(query).hasSize(1);
    return numbers.getFirst();
  }

  /** Waits until a query gives this number: what has been collected takes a moment to be stored. */
  void awaitNumber(String query, double number) throws Exception {
    comesToHold(() -> numbers(query).equals(List.of(number)), PATIENCE);
    assertThat(numbers(query)).as(query).containsExactly(number);
  }

  private static boolean comesToHold(Callable<Boolean> condition, Duration patience)
      throws Exception {
    long deadlineNs = System.nanoTime() + patience.toNanos();
    boolean holds = condition.call();
    while (!holds && System.nanoTime() < deadlineNs) {
      Thread.sleep(20);
      holds = condition.call();
    }
    return holds;
  }

  private List<Double> numbers(String query) throws Exception {
    return series("/api/v1/query?nocache=1&query=" + encoded(query)).stream()
        .map(series -> Double.valueOf(series.path("value").path(1).asString()))
        .toList();
  }

  /** Also of what has been collected this moment. */
  private List<JsonNode> series(String request) throws Exception {
    ask("/internal/force_flush");
    JsonNode result = JsonMapper.shared().readTree(ask(request)).path("data").path("result");
    return StreamSupport.stream(result.spliterator(), false).toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String ask(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(uri + path)).timeout(PATIENCE).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isLessThan(300);
    return answer.body();
  }

  /** Ends it as a crash would. */
  void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    client.close();
    process.destroyForcibly().onExit().join();
  }
}
