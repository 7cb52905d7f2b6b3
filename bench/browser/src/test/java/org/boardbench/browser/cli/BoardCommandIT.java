package org.boardbench.browser.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class BoardCommandIT {
  private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aServerAndItsWhiteboardAreThereUntilSomebodyEndsThem() throws Exception {
    List<Long> before = children();
    AtomicInteger status = new AtomicInteger(-1);
    Thread command = Thread.ofPlatform().start(() -> status.set(execute("board", "reference")));
    URI address = address(command);

    assertThat(status(address)).isEqualTo(200);

    command.interrupt();
    assertThat(command.join(Duration.ofSeconds(30))).isTrue();
    assertThat(status).hasValue(0);
    assertThatThrownBy(() -> status(address)).isInstanceOf(IOException.class);
    assertThat(children()).isEqualTo(before);
  }

  @Test
  void aTargetThatSpeaksAnotherProtocolIsRefused() {
    assertThat(execute("board", "socketio")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("TARGET: must speak raw, which the page does; socketio speaks socketio");
  }

  @Test
  void aTargetThatThereIsNotIsRefusedWithThoseThereAre() {
    assertThat(execute("board", "nobody")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("unknown target \"nobody\"");
  }

  @Test
  void aPortOfTheWhiteboardThatCannotBeIsRefusedBeforeAnythingIsBuilt() throws Exception {
    assertThat(execute("board", "reference", "--port", "70000")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("--port: must be a port from 1 to 65535, was 70000");

    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(execute("board", "reference", "--port", port)).isEqualTo(2);
      assertThat(err.toString(StandardCharsets.UTF_8))
          .contains("--port: must be free, was " + port);
    }
  }

  private URI address(Thread command) throws InterruptedException {
    Matcher address = ADDRESS.matcher(out.toString(StandardCharsets.UTF_8));
    while (!address.find()) {
      assertThat(command.isAlive()).as(err.toString(StandardCharsets.UTF_8)).isTrue();
      Thread.sleep(50); // until it has started
      address = ADDRESS.matcher(out.toString(StandardCharsets.UTF_8));
    }
    return URI.create(address.group());
  }

  private static int status(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static List<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).sorted().toList();
  }

  private int execute(String... arguments) {
    return BrowserProgram.execute(
        new BrowserProgram.World(
            HOME,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            OptionalInt.empty()),
        arguments);
  }
}
