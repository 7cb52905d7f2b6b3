package org.boardbench.protocol.further;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A server of boards that speaks what a subclass scripts; one message at a time. */
public abstract class FurtherServer extends WebSocketServer implements AutoCloseable {
  private final CountDownLatch started = new CountDownLatch(1);
  private final Map<String, Set<WebSocket>> boards = new ConcurrentHashMap<>();
  private final List<String> wrongs = new CopyOnWriteArrayList<>();

  FurtherServer() {
    this(new Draft_6455());
  }

  /** With what the draft has of extensions. */
  FurtherServer(Draft draft) {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1, List.of(draft));
    setDaemon(true);
    setTcpNoDelay(true);
  }

  /** Starts it, and returns once it listens. */
  public void begin() throws InterruptedException {
    start();
    started.await();
  }

  public URI uri(String path) {
    return URI.create("ws://127.0.0.1:" + getPort() + path);
  }

  /** What no client should have done. */
  public List<String> wrongs() {
    return wrongs;
  }

  /** Takes part in the conversation. */
  abstract void hears(WebSocket client, String text);

  void hears(WebSocket client, byte[] bytes) {
    wrong("binary frame of " + bytes.length + " bytes");
  }

  void wrong(String what) {
    wrongs.add(what);
  }

  void join(WebSocket client, String board) {
    boards.computeIfAbsent(board, none -> ConcurrentHashMap.newKeySet()).add(client);
  }

  List<WebSocket> members(String board) {
    return new ArrayList<>(boards.getOrDefault(board, Set.of()));
  }

  @Override
  public final void onStart() {
    started.countDown();
  }

  @Override
  public void onOpen(WebSocket client, ClientHandshake handshake) {}

  @Override
  public final void onMessage(WebSocket client, String text) {
    hears(client, text);
  }

  @Override
  public final void onMessage(WebSocket client, ByteBuffer message) {
    byte[] bytes = new byte[message.remaining()];
    message.get(bytes);
    hears(client, bytes);
  }

  @Override
  public final void onClose(WebSocket client, int code, String reason, boolean remote) {
    boards.values().forEach(members -> members.remove(client));
  }

  @Override
  public final void onError(WebSocket client, Exception e) {
    wrong(e.toString());
  }

  @Override
  public void close() {
    try {
      stop(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
