package org.boardbench.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The client protocol of Centrifugo in JSON, several objects a frame. */
public final class CentrifugeConversation implements Conversation {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DATA = "\"data\":";

  private Event joined = new Event.Nothing();

  @Override
  public String name() {
    return "centrifuge";
  }

  @Override
  public Optional<String> subprotocol() {
    return Optional.empty();
  }

  /** A server of channels does not look into what is published there. */
  @Override
  public Set<Difference> differences() {
    return Set.of(Difference.ANY_JSON, Difference.ENDS_AT_ERRORS);
  }

  @Override
  public List<String> opening() {
    return List.of("{\"id\":1,\"connect\":{}}");
  }

  @Override
  public List<String> join(String boardId, String userId) {
    this.joined = new Event.Joined(boardId, userId);
    return List.of("{\"id\":2,\"subscribe\":{\"channel\":\"board:" + boardId + "\"}}");
  }

  @Override
  public String publish(String boardId, String text) {
    return "{\"id\":3,\"publish\":{\"channel\":\"board:" + boardId + "\",\"data\":" + text + "}}";
  }

  /** A command in a binary frame is read like any other, so this is none. */
  @Override
  public byte[] unlawfulBinary(String text) {
    return ("no command: " + text).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public List<Event> events(String frame) {
    return frame.lines().filter(line -> !line.isEmpty()).map(this::event).toList();
  }

  @Override
  public Event event(String line) {
    if (line.equals("{}")) {
      return new Event.Ping("{}");
    }
    JsonNode reply = JSON.readTree(line);
    if (reply.has("error")) {
      return new Event.Refused(reply.path("error").path("message").stringValue());
    }
    if (reply.path("push").has("pub")) {
      return new Event.Message(data(line));
    }
    if (reply.has("connect")) {
      return new Event.Ready();
    }
    return reply.has("subscribe") ? joined : new Event.Nothing();
  }

  /** The published object, exactly as it stands there. */
  private static String data(String line) {
    String rest = line.substring(line.indexOf(DATA) + DATA.length());
    try (JsonParser parser = JSON.createParser(rest)) {
      parser.nextToken();
      parser.skipChildren();
      return rest.substring(0, (int) parser.currentLocation().getCharOffset());
    }
  }
}
