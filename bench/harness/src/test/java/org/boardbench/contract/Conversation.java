package org.boardbench.contract;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How one connection says and hears what the wire contract means. Written for these checks alone,
 * so that a mistake of the driver's own protocols cannot hide a mistake of a server. Each is a line
 * of {@code META-INF/services/org.boardbench.contract.Conversation}.
 */
public interface Conversation {
  /** What a frame from the server meant. */
  sealed interface Event {
    /** The opening is answered: the conversation may go on. */
    record Ready() implements Event {}

    /** The membership is confirmed. */
    record Joined(String boardId, String userId) implements Event {}

    /** Someone's message, exactly as it arrived. */
    record Message(String text) implements Event {}

    /** The server refuses something that this connection sent. */
    record Refused(String reason) implements Event {}

    /** The server asks whether this connection still lives; {@code answer} says so. */
    record Ping(String answer) implements Event {}

    /** Nothing to do with the contract. */
    record Nothing() implements Event {}
  }

  /** In what a protocol's own rules differ from those of {@code raw}. */
  enum Difference {
    /** A message is any JSON value, since the envelope names its board. */
    ANY_JSON,
    /** What cannot be read ends the connection that it came from. */
    ENDS_AT_ERRORS,
    /** Who has not joined a board does not publish to it. */
    MEMBERS_PUBLISH,
    /** A message comes back as the same JSON value, in a spelling of the server's. */
    RESPELLS
  }

  /** Of the protocol. */
  String name();

  /** The {@code Sec-WebSocket-Protocol} to ask for. */
  Optional<String> subprotocol();

  /** The path and query to ask for, of a server whose manifest names {@code path}. */
  default String requestTarget(String path) {
    return path;
  }

  default Set<Difference> differences() {
    return Set.of();
  }

  /** Whether the server says something before this side has. */
  default boolean serverSpeaksFirst() {
    return false;
  }

  /**
   * What to send first; {@link Event.Ready} answers it. Empty when there is nothing to wait for.
   */
  List<String> opening();

  /** What to send to join; {@link Event.Joined} answers it. */
  List<String> join(String boardId, String userId);

  String publish(String boardId, String text);

  /** The payload of a binary frame that the protocol does not allow. */
  byte[] unlawfulBinary(String text);

  /** What a frame meant, one event for each message in it. */
  default List<Event> events(String frame) {
    return List.of(event(frame));
  }

  /** What a frame of one message meant. */
  Event event(String frame);

  /** A new conversation for each connection to a target of that protocol. */
  static Supplier<Conversation> of(String protocol) {
    return ServiceLoader.load(Conversation.class).stream()
        .filter(provider -> provider.get().name().equals(protocol))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(protocol));
  }
}
