package org.boardbench.view.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.boardbench.view.web.RequestReader.BadRequest;

/**
 * One connection: requests one after the other, each answered before the next is read, or a stream
 * of events at last. Used by the server's thread alone.
 */
final class WebClient {
  private static final int CHUNK_BYTES = 64 << 10;
  private static final int SCRATCH_BYTES = 1 << 10;
  private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.US_ASCII);
  private static final long NOT_BEHIND = Long.MIN_VALUE;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final WebLimits limits;
  private final RequestReader reader;

  /** What has to leave; empty when nothing has. */
  private ByteBuffer out = ByteBuffer.allocate(0);

  private Runnable whenSent = WebClient::nothing;
  private boolean closesWhenSent;

  /** Null as long as it is no stream. */
  private EventLog log;

  private long sentId;

  /** Since when it owes a request, or the rest of an answer is owed to it. */
  private long waitingSinceNs;

  /** Since when a stream has had something left to send. */
  private long behindSinceNs = NOT_BEHIND;

  private long lastSentNs;

  WebClient(SocketChannel channel, SelectionKey key, WebLimits limits, long nowNs) {
    this.channel = channel;
    this.key = key;
    this.limits = limits;
    this.reader = new RequestReader(limits.requestBytes());
    this.waitingSinceNs = nowNs;
  }

  /** Takes what has come; one request at most, since its answer goes before the next. */
  Optional<WebRequest> read() throws IOException, BadRequest {
    if (isStream()) {
      // Only that it has gone is of interest; who talks on is no reader of events.
      if (channel.read(ByteBuffer.allocate(SCRATCH_BYTES)) != 0) {
        throw new IOException("the stream has ended");
      }
      return Optional.empty();
    }
    if (channel.read(reader.room()) < 0) {
      throw new IOException("the client has gone");
    }
    return reader.next();
  }

  /** A request that came behind another one. */
  Optional<WebRequest> readAhead() throws BadRequest {
    return isStream() || isSending() || !reader.hasBegun() ? Optional.empty() : reader.next();
  }

  void answer(WebRequest request, WebAnswer answer, long nowNs) {
    waitingSinceNs = nowNs;
    switch (answer) {
      case WebAnswer.Whole whole -> {
        closesWhenSent = !request.staysOpen();
        send(whole, request.isHead());
      }
      case WebAnswer.Stream stream -> {
        log = stream.log();
        sentId = log.number(stream.after());
        byte[] head = head(HttpURLConnection.HTTP_OK, stream.headers(), "Connection: close");
        out = ByteBuffer.wrap(head);
      }
    }
  }

  /** The last thing that it hears. */
  void refuse(BadRequest bad, long nowNs) {
    waitingSinceNs = nowNs;
    closesWhenSent = true;
    send(WebAnswer.text(bad.status(), bad.getMessage()), false);
  }

  private void send(WebAnswer.Whole whole, boolean isHead) {
    byte[] head =
        head(
            whole.status(),
            whole.headers(),
            "Content-Length: " + whole.body().length,
            "Connection: " + (closesWhenSent ? "close" : "keep-alive"));
    byte[] body = isHead ? new byte[0] : whole.body();
    whenSent = whole.whenSent();
    out = ByteBuffer.allocate(head.length + body.length).put(head).put(body).flip();
  }

  private static byte[] head(int status, Map<String, String> headers, String... own) {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " " + reason(status) + "\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    for (String header : own) {
      text.append(header + "\r\n");
    }
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Nobody but a person reads it. */
  private static String reason(int status) {
    return status < 300 ? "OK" : "Refused";
  }

  /**
   * Sends what the socket takes of one chunk.
   *
   * @return how many bytes
   */
  int write(long nowNs) throws IOException {
    if (!out.hasRemaining() && isStream()) {
      out = nextEvents(nowNs);
    }
    int sent = channel.write(out);
    lastSentNs = sent > 0 ? nowNs : lastSentNs;
    if (!out.hasRemaining()) {
      sentWhole(nowNs);
    }
    return sent;
  }

  private ByteBuffer nextEvents(long nowNs) {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    Optional<Map.Entry<Long, byte[]>> next = log.after(sentId);
    while (next.isPresent() && chunk.size() < CHUNK_BYTES) {
      chunk.writeBytes(next.get().getValue());
      sentId = next.get().getKey();
      next = log.after(sentId);
    }
    if (chunk.size() == 0 && nowNs - lastSentNs >= limits.heartbeat().toNanos()) {
      chunk.writeBytes(HEARTBEAT);
    }
    return ByteBuffer.wrap(chunk.toByteArray());
  }

  private void sentWhole(long nowNs) throws IOException {
    waitingSinceNs = nowNs;
    if (isStream() && !hasMoreEvents()) {
      behindSinceNs = NOT_BEHIND;
    }
    whenSent.run();
    whenSent = WebClient::nothing;
    if (closesWhenSent) {
      throw new IOException("the last answer is sent");
    }
  }

  private static void nothing() {}

  private boolean hasMoreEvents() {
    return log.newest() > sentId;
  }

  /** Whether anything is to leave now. */
  boolean isSending(long nowNs) {
    if (isSending()) {
      return true;
    }
    return isStream() && (hasMoreEvents() || nowNs - lastSentNs >= limits.heartbeat().toNanos());
  }

  private boolean isSending() {
    return out.hasRemaining();
  }

  boolean isStream() {
    return log != null;
  }

  /** Of a stream: up to which event everything has left. */
  long caughtUpWith() {
    return isSending() ? 0 : sentId;
  }

  long waitingSinceNs() {
    return waitingSinceNs;
  }

  /** Whether it has taken longer than anybody may. */
  boolean isOverdue(long nowNs) {
    if (isStream()) {
      return behindSinceNs != NOT_BEHIND && nowNs - behindSinceNs > limits.behindTime().toNanos();
    }
    return nowNs - waitingSinceNs > limits.requestTime().toNanos();
  }

  void interest(boolean canRead, boolean canWrite, long nowNs) {
    boolean isSending = isSending(nowNs);
    if (isStream() && isSending && behindSinceNs == NOT_BEHIND) {
      behindSinceNs = nowNs;
    }
    int reads = isStream() || (canRead && !isSending) ? SelectionKey.OP_READ : 0;
    key.interestOps(reads | (isSending && canWrite ? SelectionKey.OP_WRITE : 0));
  }

  void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }
}
