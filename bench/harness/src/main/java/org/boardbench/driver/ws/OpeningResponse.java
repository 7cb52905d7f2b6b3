package org.boardbench.driver.ws;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.boardbench.core.RedactedUrl;
import org.boardbench.core.ServerText;

/**
 * The server's answer to the opening handshake: collected up to its empty line, judged, and given
 * to the engine in its plainest form and in one piece. In several, the engine would allocate the
 * size of the read buffer for every connection, and keep frames that came along in a buffer of its
 * own; and it refuses lawful answers without saying why.
 */
final class OpeningResponse {
  /** What is there so far. */
  enum State {
    INCOMPLETE,
    /** The connection is open; {@link #forEngine()} has the answer. */
    ACCEPTED,
    /** {@link #refusal()} says why. */
    REFUSED
  }

  private static final int MOST_BYTES = 16 * 1024;
  private static final int MOST_BODY_BYTES = 1024;
  private static final byte[] HTTP = "HTTP/".getBytes(StandardCharsets.US_ASCII);
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int FIRST_FINAL_STATUS = 200;
  private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9A-Fa-f]+(;.*)?");

  private final HandshakeRules rules;
  private byte[] bytes = new byte[512];
  private int size;
  private State state = State.INCOMPLETE;

  /** Of an answer that refuses: its head, while the body may still bring words. */
  private HttpHead refusing;

  private String refusal;
  private boolean agreesToDeflate;

  OpeningResponse(HandshakeRules rules) {
    this.rules = rules;
  }

  /** Takes bytes up to and including the empty line, and leaves what follows an accepted one. */
  State take(ByteBuffer from) {
    while (from.hasRemaining() && state == State.INCOMPLETE) {
      add(from.get());
      if (refusing != null) {
        takeBody();
      } else if (size <= HTTP.length && bytes[size - 1] != HTTP[size - 1]) {
        refuse("no HTTP answer, but " + ServerText.line(restOfLine(from)));
      } else if (endsWithEmptyLine()) {
        judge(from);
      } else if (size == MOST_BYTES) {
        refuse("the answer's head is longer than " + MOST_BYTES + " bytes");
      }
    }
    return state;
  }

  private void add(byte b) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size] = b;
    size++;
  }

  private boolean endsWithEmptyLine() {
    int last = size - 1;
    return last > 0
        && bytes[last] == '\n'
        && (bytes[last - 1] == '\n'
            || (bytes[last - 1] == '\r' && last > 1 && bytes[last - 2] == '\n'));
  }

  private String restOfLine(ByteBuffer from) {
    while (from.hasRemaining() && bytes[size - 1] != '\n' && size < MOST_BODY_BYTES) {
      add(from.get());
    }
    return text();
  }

  private void judge(ByteBuffer from) {
    Optional<HttpHead> head = HttpHead.parse(text());
    size = 0;
    if (head.isEmpty()) {
      refuse("no HTTP status line");
    } else if (head.get().status() == SWITCHING_PROTOCOLS) {
      rules.objection(head.get()).ifPresentOrElse(this::refuse, () -> accept(head.get()));
    } else if (head.get().status() >= FIRST_FINAL_STATUS) {
      refusing = head.get();
      if (!from.hasRemaining() && !promisesBody()) {
        refuseByStatus();
      }
    } // else an interim answer, which another one follows
  }

  private void accept(HttpHead head) {
    agreesToDeflate = rules.agreesToDeflate(head);
    state = State.ACCEPTED;
  }

  /** Whether an accepted connection may compress messages. */
  boolean agreesToDeflate() {
    return agreesToDeflate;
  }

  /** Without a promise of its length, a body may end with the connection only, or never come. */
  private boolean promisesBody() {
    String length = refusing.field("content-length");
    return isChunked() || !(length.isEmpty() || length.equals("0"));
  }

  private boolean isChunked() {
    return refusing.lists("transfer-encoding", "chunked");
  }

  private void takeBody() {
    boolean isLine = bytes[size - 1] == '\n' && !firstLineOfBody().isEmpty();
    boolean isAll = refusing.field("content-length").equals(Integer.toString(size));
    if (isLine || isAll || size == MOST_BODY_BYTES) {
      refuseByStatus();
    }
  }

  private String firstLineOfBody() {
    return text()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .filter(line -> !(isChunked() && CHUNK_SIZE.matcher(line).matches()))
        .findFirst()
        .orElse("");
  }

  private String text() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  private void refuseByStatus() {
    String location = refusing.field("location");
    String line = firstLineOfBody();
    refuse(
        (refusing.status() + " " + refusing.phrase()).strip()
            + (location.isEmpty() ? "" : ", Location: " + RedactedUrl.of(location))
            + (line.isEmpty() ? "" : ": " + line));
  }

  private void refuse(String why) {
    refusal = EndReasons.inHandshake(ServerText.line(why));
    state = State.REFUSED;
  }

  /**
   * Why the server refuses the connection; empty when it does not, or has not said so. No more
   * comes when the connection has ended, or has been waited for long enough.
   */
  Optional<String> refusal() {
    if (state == State.INCOMPLETE && refusing != null) {
      refuseByStatus();
    }
    return Optional.ofNullable(refusal);
  }

  /** An answer with what the engine looks at, as it wants it. */
  ByteBuffer forEngine() {
    String protocol =
        rules.subprotocol().isEmpty()
            ? ""
            : "Sec-WebSocket-Protocol: " + rules.subprotocol() + "\r\n";
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + protocol
            + "Sec-WebSocket-Accept: %s\r\n\r\n".formatted(rules.expectedAccept());
    return ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII));
  }
}
