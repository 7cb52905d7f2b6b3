package org.boardbench.protocol.template;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.boardbench.protocol.Handshake;
import org.boardbench.protocol.MessageBody;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.Protocol;
import org.boardbench.protocol.SameJson;
import org.boardbench.protocol.StampForm;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a {@link Template} says, whatever server that is for. */
public final class TemplateProtocol implements Protocol {
  /** In manifests and plans. */
  public static final String NAME = "template";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Optional<Template> given;

  /** Only its name is known: a plan says the rest. */
  public TemplateProtocol() {
    this.given = Optional.empty();
  }

  public TemplateProtocol(Template template) {
    this.given = Optional.of(template);
  }

  @Override
  public String name() {
    return NAME;
  }

  private Template template() {
    return given.orElseThrow(() -> new IllegalStateException("no template is given"));
  }

  @Override
  public Handshake handshake(UserIdentity user) {
    String target = Template.filled(template().path(), user);
    int mark = target.indexOf('?');
    Map<String, String> query = new TreeMap<>();
    if (mark >= 0) {
      for (String pair : target.substring(mark + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        query.put(
            equals < 0 ? pair : pair.substring(0, equals),
            equals < 0 ? "" : pair.substring(equals + 1));
      }
    }
    return new Handshake(
        mark < 0 ? target : target.substring(0, mark),
        query,
        Optional.of(template().subprotocol()).filter(name -> !name.isEmpty()),
        Map.of());
  }

  @Override
  public boolean hasBoards() {
    return template().namesBoards();
  }

  @Override
  public StampForm stampForm() {
    return StampForm.WORD;
  }

  @Override
  public UserSession session(UserIdentity user, MessageBody body) {
    return new TemplateSession(template(), user);
  }

  /**
   * A server may wrap a message, take what it likes from it, and add to it: only what it relays as
   * a text or a JSON value can be compared.
   */
  @Override
  public MessageIntegrity integrity(String body, byte[] message) {
    JsonNode stroke = JSON.readTree(body);
    String stamp = stroke.path("stamp").stringValue("");
    UserIdentity user = new UserIdentity(number(stroke, "userId"), number(stroke, "boardId"));
    String published = MessageForm.of(template().message(), user).text(stamp, body.length());
    String received = new String(message, StandardCharsets.UTF_8);
    MessageIntegrity integrity = SameJson.integrity(published, received);
    boolean isStamped = received.contains(StampForm.WORD.opening() + stamp + StampForm.WORD_END);
    return integrity == MessageIntegrity.OTHER && isStamped
        ? MessageIntegrity.SAME_STAMP
        : integrity;
  }

  /** Ids are a letter and a number. */
  private static int number(JsonNode stroke, String id) {
    return Integer.parseInt(stroke.path(id).stringValue("").substring(1));
  }
}
