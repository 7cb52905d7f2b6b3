package org.boardbench.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.boardbench.contract.Conversation.Event;

/** A well-behaved user on the JDK's WebSocket client. Every wait ends after {@link #PATIENCE}. */
final class ContractClient implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Conversation conversation;
  private final BlockingQueue<Event> confirmations = new LinkedBlockingQueue<>();
  private final BlockingQueue<Event> messages = new LinkedBlockingQueue<>();
  private final BlockingQueue<Event> refusals = new LinkedBlockingQueue<>();

  private final StringBuilder parts = new StringBuilder();
  private WebSocket socket;
  private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

  private ContractClient(Conversation conversation) {
    this.conversation = conversation;
  }

  static ContractClient open(HttpClient http, URI uri, Conversation conversation) {
    ContractClient client = new ContractClient(conversation);
    WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
    conversation.subprotocol().ifPresent(builder::subprotocols);
    client.socket = builder.buildAsync(uri, client.new Listener()).join();
    conversation.opening().forEach(client::send);
    if (!conversation.opening().isEmpty()) {
      assertThat(client.poll(client.confirmations, PATIENCE)).contains(new Event.Ready());
    }
    return client;
  }

  /** Returns once the server has confirmed the membership. */
  ContractClient join(String boardId, String userId) {
    conversation.join(boardId, userId).forEach(this::send);
    assertThat(poll(confirmations, PATIENCE)).contains(new Event.Joined(boardId, userId));
    return this;
  }

  void publish(String boardId, String text) {
    send(conversation.publish(boardId, text));
  }

  /** Sends {@code text} in a binary frame, in a way that the protocol does not allow. */
  synchronized void sendBinary(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(conversation.unlawfulBinary(text));
    lastSend = lastSend.thenCompose(sent -> socket.sendBinary(bytes, true));
  }

  /** The next message of a board, exactly as it came in. */
  String nextMessage() {
    return nextMessage(PATIENCE);
  }

  String nextMessage(Duration wait) {
    return messageWithin(wait).orElseGet(() -> fail("no message; refused: " + refusals));
  }

  /** The next message of a board; empty when none comes. */
  Optional<String> messageWithin(Duration wait) {
    return poll(messages, wait).map(event -> ((Event.Message) event).text());
  }

  /** An error, or the end of the connection. */
  Event nextRefusal() {
    return poll(refusals, PATIENCE).orElseGet(() -> fail("not refused; messages: " + messages));
  }

  /** Whether anything came in that nobody has asked for yet. */
  boolean hasUnread() {
    return !messages.isEmpty() || !refusals.isEmpty() || !confirmations.isEmpty();
  }

  @Override
  public void close() {
    lastSend
        .thenCompose(sent -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""))
        .exceptionally(broken -> null)
        .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    socket.abort();
  }

  /** Of the test's thread, and of that which answers pings. */
  private synchronized void send(String text) {
    lastSend = lastSend.thenCompose(sent -> socket.sendText(text, true));
  }

  private <T> Optional<T> poll(BlockingQueue<T> queue, Duration wait) {
    try {
      return Optional.ofNullable(queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private void sort(Event event) {
    switch (event) {
      case Event.Ready _, Event.Joined _ -> confirmations.add(event);
      case Event.Message _ -> messages.add(event);
      case Event.Refused _ -> refusals.add(event);
      case Event.Ping ping -> send(ping.answer());
      case Event.Nothing _ -> {}
    }
  }

  /** Called by one thread at a time. */
  private final class Listener implements WebSocket.Listener {
    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      parts.append(data);
      if (last) {
        conversation.events(parts.toString()).forEach(ContractClient.this::sort);
        parts.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
      refusals.add(new Event.Refused("a binary frame of " + data.remaining() + " bytes"));
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      refusals.add(new Event.Refused("closed: " + status + " " + reason));
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      refusals.add(new Event.Refused("broken: " + error));
    }
  }
}
