package org.boardbench.protocol.further;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.java_websocket.WebSocket;

/** Goes on with other frames of a connection while a subscription has yet to take effect. */
public final class StompServer extends FurtherServer {
  private static final Executor LATER =
      CompletableFuture.delayedExecutor(30, TimeUnit.MILLISECONDS);

  private final boolean answersReceipts;
  private final AtomicInteger probes = new AtomicInteger();

  public StompServer(boolean answersReceipts) {
    this.answersReceipts = answersReceipts;
  }

  /** Messages that were sent to a board in order to join it. */
  public int probes() {
    return probes.get();
  }

  @Override
  void hears(WebSocket client, String text) {
    String destination = header(text, "destination");
    switch (text.substring(0, text.indexOf('\n'))) {
      case "CONNECT" -> client.send("CONNECTED\nversion:1.2\nheart-beat:0,0\n\n\0");
      case "SUBSCRIBE" ->
          LATER.execute(() -> subscribe(client, destination, header(text, "receipt")));
      case "SEND" -> send(destination.replace("/app/", "/topic/"), text);
      case "DISCONNECT" -> {}
      default -> wrong(text);
    }
  }

  private void subscribe(WebSocket client, String destination, String receipt) {
    join(client, destination);
    if (answersReceipts && !receipt.isEmpty() && client.isOpen()) {
      client.send("RECEIPT\nreceipt-id:" + receipt + "\n\n\0");
    }
  }

  private void send(String topic, String text) {
    String body = text.substring(text.indexOf("\n\n") + 2);
    if (body.contains("\"probe\"")) {
      probes.incrementAndGet();
    }
    String message =
        "MESSAGE\ndestination:" + topic + "\nsubscription:board\nmessage-id:1\n\n" + body;
    members(topic).stream().filter(WebSocket::isOpen).forEach(member -> member.send(message));
  }

  private static String header(String frame, String name) {
    int at = frame.indexOf("\n" + name + ":");
    return at < 0 ? "" : frame.substring(at + name.length() + 2, frame.indexOf('\n', at + 1));
  }
}
