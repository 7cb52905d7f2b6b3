package org.boardbench.view.dashboard;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.boardbench.junit.Children;
import org.boardbench.store.file.JsonText;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A headless browser and its one page, by the DevTools protocol. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "chromium-headless-shell");
  private static final Pattern ADDRESS = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final long PATIENCE_S = 300;

  private final Process process;
  private final Path profile;
  private final Connection connection;
  private final String session;

  private Chromium(Process process, Path profile, Connection connection) throws Exception {
    this.process = process;
    this.profile = profile;
    this.connection = connection;
    ObjectNode target = command().put("url", "about:blank");
    String page = connection.ask("Target.createTarget", target, "").path("targetId").asString();
    ObjectNode attach = command().put("targetId", page).put("flatten", true);
    session = connection.ask("Target.attachToTarget", attach, "").path("sessionId").asString();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      ask(domain + ".enable", command());
    }
  }

  /** The program, where this machine has one. */
  static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts one, with a profile of its own. */
  static Chromium start(Path program) throws Exception {
    Path profile = Files.createTempDirectory("boardbench-browser");
    Process process =
        Children.builder(
                List.of(
                    program.toString(),
                    "--headless",
                    "--no-sandbox",
                    "--hide-scrollbars",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + profile,
                    "about:blank"))
            .redirectErrorStream(true)
            .start();
    try {
      BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
      Connection connection = new Connection(address(lines));
      // What it says later is of no interest, and must not fill the pipe.
      Thread.ofVirtual().start(() -> lines.lines().forEach(line -> {}));
      if (!connection.connectBlocking(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new IOException("no connection to the browser");
      }
      return new Chromium(process, profile, connection);
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static URI address(BufferedReader lines) throws IOException {
    List<String> seen = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      seen.add(line);
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return URI.create(address.group(1));
      }
    }
    throw new IOException("the browser did not start: " + String.join("\n", seen));
  }

  static ObjectNode command() {
    return JsonText.MAPPER.createObjectNode();
  }

  JsonNode ask(String method, ObjectNode parameters) throws Exception {
    return connection.ask(method, parameters, session);
  }

  void open(URI address) throws Exception {
    ask("Page.navigate", command().put("url", address.toString()));
  }

  /** The value of an expression, or of what it promises. */
  JsonNode value(String expression) throws Exception {
    ObjectNode command = command().put("expression", expression);
    command.put("awaitPromise", true).put("returnByValue", true);
    JsonNode answer = ask("Runtime.evaluate", command);
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
    }
    return answer.path("result").path("value");
  }

  String text(String expression) throws Exception {
    return value(expression).asString("");
  }

  /** Waits until an expression of the page is true. */
  void await(String expression) throws Exception {
    long deadlineNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
    while (!value("Boolean(" + expression + ")").asBoolean(false)) {
      if (System.nanoTime() > deadlineNs) {
        throw new AssertionError(
            "never so: " + expression + "; the page is " + text("document.body.innerText"));
      }
      Thread.sleep(50);
    }
  }

  void resize(int width, int height) throws Exception {
    ObjectNode size = command().put("width", width).put("height", height);
    ask(
        "Emulation.setDeviceMetricsOverride",
        size.put("deviceScaleFactor", 1).put("mobile", false));
  }

  /**
   * @param scheme {@code dark} or {@code light}
   */
  void prefer(String scheme) throws Exception {
    ObjectNode media = command();
    media.putArray("features").addObject().put("name", "prefers-color-scheme").put("value", scheme);
    ask("Emulation.setEmulatedMedia", media);
  }

  void press(String key) throws Exception {
    for (String type : List.of("keyDown", "keyUp")) {
      ask("Input.dispatchKeyEvent", command().put("type", type).put("key", key).put("code", key));
    }
  }

  /** A PNG of the whole page, in Base64. */
  String picture() throws Exception {
    ObjectNode whole = command().put("format", "png").put("captureBeyondViewport", true);
    return ask("Page.captureScreenshot", whole).path("data").asString();
  }

  /** What the page's console, and the browser about the page, said that is not good. */
  List<String> complaints() {
    return connection.complaints;
  }

  /** What the page has asked for. */
  List<String> requests() {
    return connection.requests;
  }

  @Override
  public void close() {
    connection.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    // What belongs to it may still write there; then the rest is left to the system.
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      profile.toFile().deleteOnExit();
    }
  }

  private static final class Connection extends WebSocketClient {
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Connection(URI address) {
      super(address);
    }

    JsonNode ask(String method, ObjectNode parameters, String session) throws Exception {
      int id = ids.incrementAndGet();
      CompletableFuture<JsonNode> answer = new CompletableFuture<>();
      asked.put(id, answer);
      ObjectNode command = command().put("id", id).put("method", method);
      command.set("params", parameters);
      if (!session.isEmpty()) {
        command.put("sessionId", session);
      }
      send(JsonText.MAPPER.writeValueAsString(command));
      JsonNode got = answer.get(PATIENCE_S, TimeUnit.SECONDS);
      if (got.has("error")) {
        throw new AssertionError(method + ": " + got.path("error"));
      }
      return got.path("result");
    }

    @Override
    public void onMessage(String message) {
      JsonNode told = JsonText.MAPPER.readTree(message);
      if (told.has("id")) {
        CompletableFuture<JsonNode> answer = asked.remove(told.path("id").asInt());
        if (answer != null) {
          answer.complete(told);
        }
        return;
      }
      JsonNode of = told.path("params");
      switch (told.path("method").asString("")) {
        case "Runtime.exceptionThrown" -> complaints.add(of.path("exceptionDetails").toString());
        case "Runtime.consoleAPICalled" -> {
          if (List.of("error", "warning", "assert").contains(of.path("type").asString(""))) {
            complaints.add(of.path("args").toString());
          }
        }
        case "Log.entryAdded" -> {
          // What breaks the page's policy is one. Advice about speed is not.
          if (of.path("entry").path("level").asString("").equals("error")) {
            complaints.add(of.path("entry").toString());
          }
        }
        case "Network.requestWillBeSent" -> requests.add(of.path("request").path("url").asString());
        default -> {}
      }
    }

    @Override
    public void onOpen(ServerHandshake handshake) {}

    @Override
    public void onClose(int code, String reason, boolean remote) {}

    @Override
    public void onError(Exception failure) {
      complaints.add(failure.toString());
    }
  }
}
