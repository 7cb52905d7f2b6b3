package org.boardbench.view.metrics.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.StoredRow;
import org.boardbench.store.StoredRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A part of the committed reference run, sent to a database that answers as a test tells it to. */
class RunExportTest {
  private static final Path REFERENCE = Path.of("../../results/reference");

  /** So many that not all of them are named; the third and the fourth have a Redis. */
  private static final int TRIALS = 4;

  private static final String SERIES = "/api/v1/series";
  private static final String IMPORT = "/api/v1/import/prometheus";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  @TempDir private static Path stored;
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> seriesAnswers = new ArrayList<>(List.of("[]", "[{\"run\":\"x\"}]"));
  private final List<String> questions = new CopyOnWriteArrayList<>();
  private int importStatus = 204;
  private boolean breaksOff;
  private HttpServer database;
  private URI uri;

  @BeforeAll
  static void storeTheFirstTrials() throws IOException {
    Files.copy(REFERENCE.resolve("run.json"), stored.resolve("run.json"));
    List<String> trials = Files.readAllLines(REFERENCE.resolve("trials.csv"));
    List<String> beginnings =
        trials.subList(0, 1 + TRIALS).stream().map(RunExportTest::runAndTrial).toList();
    for (String name : List.of("trials.csv", "stages.csv", "timeline.csv", "resources.csv")) {
      try (Stream<String> lines = Files.lines(REFERENCE.resolve(name))) {
        Files.write(
            stored.resolve(name),
            lines.filter(line -> beginnings.contains(runAndTrial(line))).toList());
      }
    }
  }

  private static String runAndTrial(String line) {
    return line.substring(0, line.indexOf(',', line.indexOf(',') + 1));
  }

  @BeforeEach
  void startADatabase() throws IOException {
    database = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    database.createContext("/", this::answer);
    database.start();
    uri = URI.create("http://127.0.0.1:" + database.getAddress().getPort());
  }

  @AfterEach
  void stopIt() {
    database.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.add(path);
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (path.equals(SERIES)) {
        questions.add(exchange.getRequestURI().getRawQuery());
        String answer =
            seriesAnswers.size() > 1 ? seriesAnswers.removeFirst() : seriesAnswers.getFirst();
        byte[] text = ("{\"data\":" + answer + "}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, text.length);
        exchange.getResponseBody().write(text);
      } else if (path.equals(IMPORT)) {
        bodies.add(body);
        if (!breaksOff) {
          byte[] text = "cannot parse\nthis".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(importStatus, importStatus == 204 ? -1 : text.length);
          if (importStatus != 204) {
            exchange.getResponseBody().write(text);
          }
        }
      } else {
        exchange.sendResponseHeaders(200, -1);
      }
    }
  }

  private void send(boolean replaces) throws IOException, InterruptedException {
    new RunExport(StoredRun.read(stored), uri, new PrintStream(out, true, StandardCharsets.UTF_8))
        .send(replaces);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void sendsEveryTrialsLastTotalsAndSaysWhatTheBoardWillNotShow() throws Exception {
    send(false);

    StoredRun run = StoredRun.read(stored);
    String sent = String.join("", bodies);
    for (StoredRow<StageRecord> row : run.results().stages()) {
      assertThat(sent)
          .contains(
              "boardbench_messages_sent_total{phase=\"hold\",run=\"%s\",stage=\"%s\",target=\"%s\",trial=\"%s\"} %s.0 "
                  .formatted(
                      run.runId(),
                      row.text(StageCounts.STAGE),
                      row.text(StageCounts.TARGET),
                      row.text(StageCounts.TRIAL_ID),
                      row.text(StageCounts.SENT)));
    }
    assertThat(sent)
        .contains("boardbench_memory_bytes{component=\"redis\"")
        .doesNotContain("boardbench_rtt_seconds");
    assertThat(out())
        .contains("1 of " + run.results().trials().size() + ": ")
        .contains("RTT and delivery time panels stay empty")
        .contains("-r1 and ", " more")
        .contains("is at " + uri)
        .doesNotContain("Second 0", "Exception");
    assertThat(requests).doesNotContain("/api/v1/admin/tsdb/delete_series");
  }

  @Test
  void saysOfAnOlderRunThatItDoesNotKnowWhenItsSecondsBegan(@TempDir Path older) throws Exception {
    for (String name : List.of("run.json", "stages.csv", "timeline.csv", "resources.csv")) {
      Files.copy(stored.resolve(name), older.resolve(name));
    }
    // The last column but two has when seconds began.
    String trials = Files.readString(stored.resolve("trials.csv"));
    Files.writeString(
        older.resolve("trials.csv"), trials.replaceAll(",[^,\\r\\n]*Z(?=,\\d*,\\d*\\r?\\n)", ","));

    new RunExport(StoredRun.read(older), uri, new PrintStream(out, true, StandardCharsets.UTF_8))
        .send(false);

    assertThat(out()).contains("Second 0 is taken to be the trial's start", "-r1 and 3 more");
  }

  @Test
  void replacesWhatIsThereOnlyWhenItIsToldTo() throws Exception {
    seriesAnswers.set(0, "[{\"run\":\"x\",\"job\":\"boardbench\"}]");

    assertThatThrownBy(() -> send(false))
        .isInstanceOf(ExportException.class)
        .hasMessageContainingAll(uri.toString(), "collected while it ran", "--replace");
    assertThat(bodies).isEmpty();

    send(true);

    assertThat(requests).contains("/api/v1/admin/tsdb/delete_series");
    assertThat(bodies).isNotEmpty();
  }

  @Test
  void aDatabaseThatRefusesIsQuotedInOneLine() {
    importStatus = 400;

    assertThatThrownBy(() -> send(false))
        .isInstanceOf(ExportException.class)
        .hasMessage(uri + " refused with status 400: cannot parse");
    assertThat(out()).isEmpty();
  }

  @Test
  void aDatabaseThatDiesInTheMiddleIsNamed() {
    breaksOff = true;

    assertThatThrownBy(() -> send(false))
        .isInstanceOf(ExportException.class)
        .hasMessage(uri + " closed the connection in the middle of an exchange");
  }

  @Test
  void whatShowsALittleLaterIsKeptAndNoQuestionIsAskedTwice() throws Exception {
    seriesAnswers.addAll(1, List.of("[]", "[]"));

    send(false);

    assertThat(out()).contains("is at " + uri);
    assertThat(questions).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void aDatabaseThatAcceptsButKeepsNothingIsNoSuccess() {
    seriesAnswers.set(1, "[]");

    assertThatThrownBy(() -> send(false))
        .isInstanceOf(ExportException.class)
        .hasMessageContainingAll("keeps nothing", "-retentionPeriod");
    assertThat(out()).doesNotContain("is at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"})
  void aDatabaseThatHangsIsGivenUpByItsDeadline(String beginning) throws Exception {
    try (ServerSocket hung = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      uri = URI.create("http://127.0.0.1:" + hung.getLocalPort());
      Thread.ofVirtual().start(() -> takeAndBegin(hung, beginning));

      assertThatThrownBy(() ->
              new RunExport(
                      StoredRun.read(stored),
                      uri,
                      Duration.ofMillis(300),
                      new PrintStream(out, true, StandardCharsets.UTF_8))
                  .send(false))
          .isInstanceOf(ExportException.class)
          .hasMessage(uri + " timed out: no answer within 0.3 s");
    }
  }

  /** The only connection; it stays open for as long as the other side does not give up. */
  private static void takeAndBegin(ServerSocket hung, String beginning) {
    try (Socket connection = hung.accept()) {
      connection.getOutputStream().write(beginning.getBytes(StandardCharsets.UTF_8));
      connection.getInputStream().transferTo(OutputStream.nullOutputStream());
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  @Test
  void aConnectionThatIsRefusedIsNamed() throws Exception {
    // Bound, so that nobody else takes the port meanwhile, and not listening.
    try (Socket taken = new Socket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      uri = URI.create("http://127.0.0.1:" + taken.getLocalPort());

      assertThatThrownBy(() -> send(false))
          .isInstanceOf(ExportException.class)
          .hasMessage("cannot connect to " + uri + ": connection refused");
    }
  }

  @Test
  void aHostThatIsNotKnownIsNamed() {
    // Longer than a label may be, so that no name server is asked.
    uri = URI.create("http://" + "x".repeat(64) + ":8428");

    assertThatThrownBy(() -> send(false))
        .isInstanceOf(ExportException.class)
        .hasMessage("cannot connect to " + uri + ": host not found");
  }
}
