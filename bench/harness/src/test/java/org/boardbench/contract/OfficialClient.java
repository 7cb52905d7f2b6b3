package org.boardbench.contract;

import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.boardbench.junit.Children;
import org.boardbench.junit.Patience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A user of a board on the official client library of a protocol: {@code official-clients}, beside
 * the sources of the tests, in a process of its own.
 */
final class OfficialClient implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path FOLDER = Path.of("src", "test", "official-clients");

  private final Process process;
  private final Path errors;
  private final Writer input;
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private volatile boolean hasJoined;

  private OfficialClient(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
    this.input = process.outputWriter(StandardCharsets.UTF_8);
    Thread.ofVirtual().start(this::listen);
  }

  /** Why there is none here; empty when there is. */
  static Optional<String> absence() {
    return Files.isRegularFile(FOLDER.resolve("node_modules/.package-lock.json"))
        ? Optional.empty()
        : Optional.of("the official clients are not installed: npm ci in bench/harness/" + FOLDER);
  }

  /** Returns once it has joined the board. */
  static OfficialClient join(TargetUnderTest target, String boardId, String userId)
      throws IOException, InterruptedException {
    String protocol = target.protocol().name();
    String uri = target.endpoint().uri().toString();
    Path errors = Files.createTempFile("official-client", ".log");
    Process process =
        Children.builder(List.of("node", "client.js", protocol, uri, boardId, userId))
            .directory(FOLDER.toFile())
            .redirectError(errors.toFile())
            .start();
    OfficialClient client = new OfficialClient(process, errors);
    client.await("the official client joins", () -> client.hasJoined);
    return client;
  }

  /** Publishes the JSON text, of one line. */
  void publish(String json) throws IOException {
    input.write(json);
    input.write('\n');
    input.flush();
  }

  /** What it has got of the board, in that order, each as JSON text. */
  List<String> messages() {
    return List.copyOf(messages);
  }

  /** Fails at once, with what it said, when the process has ended. */
  void await(String what, BooleanSupplier condition) throws InterruptedException {
    Patience.await(what, () -> condition.getAsBoolean() || isOver());
    if (!condition.getAsBoolean()) {
      fail("%s: the process has ended: %s", what, errorText());
    }
  }

  private boolean isOver() {
    return !process.isAlive();
  }

  private String errorText() {
    try {
      return Files.readString(errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode said = JSON.readTree(line);
        if (said.has("message")) {
          messages.add(said.path("message").toString());
        } else {
          hasJoined = true;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    input.close();
    try {
      if (!process.waitFor(Patience.TIME)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.delete(errors);
  }
}
