package org.boardbench.protocol.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.Handshake;
import org.boardbench.protocol.MessageIntegrity;
import org.boardbench.protocol.ScriptedServer;
import org.boardbench.protocol.StrokePayload;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession.Meaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSessionTest {
  private static final UserIdentity USER = new UserIdentity(17, 3);
  private static final String STAMP = "17.4.h1.5.6";

  private final StrokePayload payload = new StrokePayload(300);

  private static Template template(String join, String joined, String message) {
    return new Template(
        "/{board}?u={user}&v=1", "chat", join, joined, message, FrameKind.TEXT, "", 0);
  }

  private ScriptedServer server(Template template) {
    return new ScriptedServer(new TemplateProtocol(template), USER, payload);
  }

  @ParameterizedTest
  @ValueSource(strings = {"welcome {user}", "/[wW]el ?come {user}\\b/"})
  void joinsWithItsTextAndIsJoinedOnceTheConfirmationIsInAFrame(String joined) {
    ScriptedServer server = server(template("join {board} as {user}", joined, "{stamp}"));

    assertThat(server.hears()).containsExactly("join b3 as u17");
    assertThat(server.says("welcome u1")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says("* welcome u17 *")).isEqualTo(Meaning.JOINED);
    assertThat(server.says("welcome u17")).as("again").isEqualTo(Meaning.HOUSEKEEPING);
  }

  @Test
  void withoutAConfirmationItIsJoinedOnceAProbeOfItsOwnHasComeBack() {
    ScriptedServer server = server(template("join {board}", "", "[{stamp}{payload}]"));

    assertThat(server.hears()).containsExactly("join b3", "[zstamp17.0.p.0.0z]");
    assertThat(server.says("from u1: zstamp1.0.p.0.0z")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says("zstamp1.0.p.0.0z and zstamp17.0.p.0.0z")).isEqualTo(Meaning.JOINED);
  }

  @Test
  void aProbeThatDoesNotComeBackIsFollowedByOthersEverMoreSeldom() {
    ScriptedServer server = server(template("join", "", "{stamp}"));
    server.hears();

    int[] probes = new int[4];
    for (int ms = 0; ms < 4_000; ms += 100) {
      server.keepAlive(ms, 0, 0);
      probes[ms / 1_000] += server.hears().size();
    }

    assertThat(probes).containsExactly(2, 1, 0, 1);
  }

  @Test
  void withNothingToSayAndNothingToHearItIsJoinedOnceTheConnectionIsOpen() {
    TemplateProtocol protocol = new TemplateProtocol(template("", "", "{stamp}"));

    assertThat(protocol.session(USER, payload.body(USER)).isJoinedOnceOpen()).isTrue();
    assertThat(server(template("", "", "{stamp}")).hears()).isEmpty();
    assertThat(
            new TemplateProtocol(template("", "hello", "{stamp}"))
                .session(USER, payload.body(USER))
                .isJoinedOnceOpen())
        .as("a greeting is waited for")
        .isFalse();
  }

  @Test
  void aMessageHasEverythingFilledInAndTheSizeThatIsAskedFor() {
    ScriptedServer server =
        server(template("", "", "{board}/{user}/{user}#{seq} é {stamp} {payload}."));

    String message = server.message(STAMP);

    assertThat(message)
        .startsWith("b3/u17/u17#4 é zstamp17.4.h1.5.6z xxx")
        .endsWith("xxx.")
        .matches(text -> text.getBytes(UTF_8).length == 300);
  }

  @Test
  void aMessageWithoutPayloadIsAsLongAsItsTemplateMakesIt() {
    assertThat(server(template("", "", "[\"{stamp}\"]")).message(STAMP))
        .isEqualTo("[\"zstamp17.4.h1.5.6z\"]");
  }

  @Test
  void aFrameWithoutAStampIsANoticeAndOneWithADamagedStampIsNone() {
    ScriptedServer server = server(template("", "", "{stamp}"));

    assertThat(server.says("u1 is typing")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says("")).isEqualTo(Meaning.HOUSEKEEPING);
    assertThat(server.says("zstamp17.4.h1.5")).isEqualTo(Meaning.UNKNOWN);
    assertThat(server.says("zstamp17.4.h1.…")).isEqualTo(Meaning.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":4,\"s\":\"zstamp17.4.h1.5.6z\"} | SAME_TEXT",
        "{ \"s\": \"zstamp17.4.h1.5.6z\", \"id\": 4.0 } | SAME_VALUE",
        "{\"from\":\"u17\",\"text\":\"zstamp17.4.h1.5.6z\"} | SAME_STAMP",
        "zstamp17.4.h1.5.6z | SAME_STAMP",
        "zstamp17.4.h1.5.7z | OTHER",
        "zstamp17.4.h1.5.6 | OTHER"
      })
  void aMessageIsComparedAsFarAsTheServerRelaysIt(String received, MessageIntegrity integrity) {
    TemplateProtocol protocol =
        new TemplateProtocol(template("", "", "{\"id\":{seq},\"s\":\"{stamp}\"}"));

    assertThat(protocol.integrity(payload.json(USER, STAMP), received.getBytes(UTF_8)))
        .isEqualTo(integrity);
  }

  @Test
  void addressAndSubprotocolAreOfTheUser() {
    Handshake handshake = new TemplateProtocol(template("", "", "{stamp}")).handshake(USER);

    assertThat(handshake.path()).isEqualTo("/b3");
    assertThat(handshake.query()).isEqualTo(Map.of("u", "u17", "v", "1"));
    assertThat(handshake.subprotocol()).hasValue("chat");
  }

  @Test
  void saysThatItIsAliveAsOftenAsItIsTold() {
    ScriptedServer server =
        server(
            new Template(
                "",
                "",
                "",
                "hi",
                "{stamp}",
                FrameKind.TEXT,
                "alive {user}",
                Duration.ofSeconds(20).toNanos()));

    int said = 0;
    for (int s = 0; s < 65; s++) {
      assertThat(server.keepAlive(s * 1_000L, 0, 0)).isTrue();
      said += (int) server.hears().stream().filter("alive u17"::equals).count();
    }

    assertThat(said).isEqualTo(3);
  }
}
