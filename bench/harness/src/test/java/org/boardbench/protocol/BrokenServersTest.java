package org.boardbench.protocol;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.boardbench.protocol.UserSession.Meaning;
import org.boardbench.protocol.template.Template;
import org.boardbench.protocol.template.TemplateProtocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each protocol makes of a server that answers too early, never, twice, or something that
 * nobody has asked, and of one that speaks another version: the last as their own documents have
 * it.
 */
class BrokenServersTest {
  private static final UserIdentity USER = new UserIdentity(17, 3);
  private static final StrokePayload PAYLOAD = new StrokePayload(300);

  /**
   * How a server that is right says a user in.
   *
   * @param answers what it says until the user is joined, in order
   * @param awaited what the user says that it waits for, before each of them
   * @param again what the last of them means when it comes once more
   */
  record Joining(String protocol, List<String> answers, List<String> awaited, Meaning again) {
    private ScriptedServer server() {
      return new ScriptedServer(protocolOf(protocol), USER, PAYLOAD);
    }

    private String last() {
      return answers.getLast();
    }

    @Override
    public String toString() {
      return protocol;
    }
  }

  private static final String JOINED =
      "{\"type\":\"joined\",\"boardId\":\"b3\",\"userId\":\"u17\"}";
  private static final String OPENING =
      "0{\"sid\":\"x\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000}";
  private static final String STOMP_CONNECTED = "CONNECTED\nversion:1.2\n\n\0";
  private static final String PHOENIX_REPLY =
      "[\"1\",\"1\",\"board:b3\",\"phx_reply\",{\"status\":\"ok\",\"response\":{}}]";

  private static final Map<String, Joining> JOININGS =
      Stream.of(
              new Joining("raw", List.of(JOINED), List.of("answer to its join"), Meaning.JOINED),
              new Joining(
                  "nest-ws",
                  List.of("{\"event\":\"joined\",\"data\":" + JOINED + "}"),
                  List.of("answer to its join"),
                  Meaning.JOINED),
              new Joining(
                  "stomp",
                  List.of(STOMP_CONNECTED, "RECEIPT\nreceipt-id:board\n\n\0"),
                  List.of("CONNECTED", "RECEIPT of its SUBSCRIBE, and no probe of its own back"),
                  Meaning.HOUSEKEEPING),
              new Joining(
                  "socketio",
                  List.of(OPENING, "40{\"sid\":\"y\"}", "430[" + JOINED + "]"),
                  List.of(
                      "opening (0{…})",
                      "connection to the main namespace (40{…})",
                      "acknowledgement of its join (430[…])"),
                  Meaning.UNKNOWN),
              new Joining(
                  "centrifuge",
                  List.of("{\"id\":1,\"connect\":{\"ping\":25}}", "{\"id\":2,\"subscribe\":{}}"),
                  List.of("reply to its connect command", "reply to its subscribe command"),
                  Meaning.UNKNOWN),
              new Joining(
                  "phoenix",
                  List.of(PHOENIX_REPLY),
                  List.of("reply to its phx_join"),
                  Meaning.HOUSEKEEPING),
              new Joining(
                  "template",
                  List.of("welcome u17"),
                  List.of("frame with the confirmation welcome u17"),
                  Meaning.HOUSEKEEPING))
          .collect(toMap(Joining::protocol, joining -> joining));

  private static Protocol protocolOf(String name) {
    return name.equals(TemplateProtocol.NAME)
        ? new TemplateProtocol(
            new Template(
                "", "", "join {board}", "welcome {user}", "{stamp}", FrameKind.TEXT, "", 0))
        : Protocols.named(name).orElseThrow();
  }

  static List<Joining> joinings() {
    return List.copyOf(JOININGS.values());
  }

  @ParameterizedTest
  @MethodSource("joinings")
  void anAnswerThatComesBeforeItsQuestionJoinsNobodyAndDoesNotSpoilTheJoin(Joining joining) {
    for (int early = 0; early < joining.answers().size() - 1; early++) {
      ScriptedServer server = joining.server();
      joining.answers().subList(0, early).forEach(server::says);

      assertThat(server.says(joining.last())).isEqualTo(Meaning.UNKNOWN);
      List<Meaning> rest = new ArrayList<>();
      for (String answer : joining.answers().subList(early, joining.answers().size())) {
        rest.add(server.says(answer));
      }
      assertThat(rest).endsWith(Meaning.JOINED).containsOnlyOnce(Meaning.JOINED);
    }
  }

  @ParameterizedTest
  @MethodSource("joinings")
  void whileAnAnswerIsLostTheUserSaysWhichItWaitsFor(Joining joining) {
    ScriptedServer server = joining.server();
    List<String> awaited = new ArrayList<>();
    for (String answer : joining.answers()) {
      awaited.add(server.awaited());
      server.says(answer);
    }

    assertThat(awaited).isEqualTo(joining.awaited());
  }

  @ParameterizedTest
  @MethodSource("joinings")
  void anAnswerThatComesTwiceIsNoErrorAndAsksForNothingOnceMore(Joining joining) {
    ScriptedServer server = joining.server();
    joining.answers().forEach(server::says);
    server.hears();

    assertThat(server.says(joining.last())).isEqualTo(joining.again());
    joining
        .answers()
        .subList(0, joining.answers().size() - 1)
        .forEach(answer -> assertThat(server.says(answer)).isEqualTo(Meaning.UNKNOWN));
    assertThat(server.hears()).isEmpty();
  }

  static Stream<Arguments> answersToNobody() {
    return Stream.of(
        arguments("raw", 0, JOINED.replace("b3", "b4"), Meaning.UNKNOWN),
        arguments(
            "nest-ws",
            0,
            "{\"event\":\"joined\",\"data\":" + JOINED.replace("u17", "u18") + "}",
            Meaning.UNKNOWN),
        arguments("stomp", 1, "RECEIPT\nreceipt-id:boards\n\n\0", Meaning.HOUSEKEEPING),
        arguments("stomp", 1, "RECEIPT\n\n\0", Meaning.HOUSEKEEPING),
        arguments("socketio", 2, "431[" + JOINED + "]", Meaning.UNKNOWN),
        arguments("socketio", 2, "43[" + JOINED + "]", Meaning.UNKNOWN),
        arguments("centrifuge", 1, "{\"id\":1,\"subscribe\":{}}", Meaning.UNKNOWN),
        arguments("centrifuge", 1, "{\"id\":3,\"subscribe\":{}}", Meaning.UNKNOWN),
        arguments("centrifuge", 1, "{\"subscribe\":{}}", Meaning.UNKNOWN),
        arguments("phoenix", 0, PHOENIX_REPLY.replace(",\"1\",", ",\"2\","), Meaning.UNKNOWN),
        arguments("phoenix", 0, PHOENIX_REPLY.replace(",\"1\",", ",null,"), Meaning.UNKNOWN),
        arguments("phoenix", 0, PHOENIX_REPLY.replace("b3", "b4"), Meaning.UNKNOWN),
        arguments("phoenix", 0, PHOENIX_REPLY.replace("board:b3", "phoenix"), Meaning.UNKNOWN),
        arguments("template", 0, "welcome u18", Meaning.HOUSEKEEPING));
  }

  @ParameterizedTest
  @MethodSource("answersToNobody")
  void anAnswerToWhatTheUserHasNotAskedJoinsNobody(
      String protocol, int answersBefore, String answer, Meaning meaning) {
    Joining joining = JOININGS.get(protocol);
    ScriptedServer server = joining.server();
    joining.answers().subList(0, answersBefore).forEach(server::says);

    assertThat(server.says(answer)).isEqualTo(meaning);
    assertThat(server.awaited()).isEqualTo(joining.awaited().get(answersBefore));
  }

  static Stream<Arguments> otherVersions() {
    return Stream.of(
        // Engine.IO 3 under Socket.IO 2: the main namespace is connected to unasked.
        arguments(
            "socketio", 1, "40", "connected by 40 alone, as Socket.IO 2 over Engine.IO 3 says it"),
        // An error of Socket.IO 2 is a text, and no object with a message.
        arguments("socketio", 1, "44\"Invalid namespace\"", "\"Invalid namespace\""),
        arguments(
            "stomp",
            0,
            "CONNECTED\nversion:1.1\nserver:old/1\n\n\0",
            "CONNECTED says version 1.1, asked for was 1.2"),
        arguments(
            "stomp",
            0,
            "CONNECTED\nsession:7\n\n\0",
            "CONNECTED says version 1.0, asked for was 1.2"),
        arguments(
            "stomp",
            0,
            "ERROR\nversion:1.0,1.1\nmessage:Supported are 1.0 1.1\n\n\0",
            "Supported are 1.0 1.1"),
        arguments(
            "centrifuge",
            0,
            "{\"id\":1,\"result\":{\"client\":\"c3d6\",\"version\":\"3.2.3\"}}",
            "answered with a result, as version 1 of the protocol says it:"
                + " {\"id\":1,\"result\":{\"client\":\"c3d6\",\"version\":\"3.2.3\"}}"),
        arguments(
            "centrifuge",
            0,
            "{\"id\":1,\"error\":{\"code\":107,\"message\":\"bad request\"}}",
            "bad request (107)"),
        arguments(
            "centrifuge",
            0,
            "{\"push\":{\"disconnect\":{\"code\":3501,\"reason\":\"bad request\"}}}",
            "disconnected: bad request (3501)"),
        arguments(
            "phoenix",
            0,
            "{\"topic\":\"board:b3\",\"event\":\"phx_reply\",\"ref\":\"1\",\"payload\":{}}",
            "speaks version 1 of the serializer, in objects:"
                + " {\"topic\":\"board:b3\",\"event\":\"phx_reply\",\"ref\":\"1\",\"payload\":{}}"),
        arguments("raw", 0, "{\"type\":\"error\",\"reason\":\"v2 only\"}", "v2 only"),
        arguments(
            "nest-ws",
            0,
            "{\"event\":\"exception\",\"data\":{\"status\":\"error\",\"message\":\"v2 only\"}}",
            "v2 only"));
  }

  @ParameterizedTest
  @MethodSource("otherVersions")
  void aServerOfAnotherVersionIsRefusedWithWhatItSaid(
      String protocol, int answersBefore, String says, String error) {
    Joining joining = JOININGS.get(protocol);
    ScriptedServer server = joining.server();
    joining.answers().subList(0, answersBefore).forEach(server::says);

    assertThat(server.says(says)).isEqualTo(Meaning.ERROR);
    assertThat(server.lastError()).isEqualTo(error);
  }
}
