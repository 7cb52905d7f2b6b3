package org.boardbench.driver.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.ws.InPlaceDraft.MAX_MESSAGE_BYTES;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.reference.ServerFrames;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.protocols.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InPlaceDraftTest {
  private final ByteBuffer readBuffer = ByteBuffer.allocate(256 * 1024);

  @Test
  void framesCutAnywhereComeToWhatTheRulesAndThePlainDraftMakeOfThem() throws Exception {
    for (int seed = 0; seed < 4_000; seed++) {
      RandomFrames random = new RandomFrames(seed);
      byte[] stream = random.stream();
      EngineRecorder ours = inPlace();
      for (int at = 0; at < stream.length; ) {
        int count = random.cut(stream.length - at);
        feed(ours, stream, at, count);
        at += count;
      }
      assertThat(ours.events).as("seed %s", seed).isEqualTo(plainEvents(stream));
    }
  }

  /**
   * What is right by the rules goes to the plain draft, a frame at a time, for it loses good frames
   * that share a read with a bad one.
   */
  private List<String> plainEvents(byte[] stream) throws InvalidHandshakeException {
    EngineRecorder plain =
        new EngineRecorder(listener ->
            new WebSocketImpl(
                listener, new Draft_6455(List.of(), List.of(new Protocol("")), MAX_MESSAGE_BYTES)));
    SlowFrames frames = new SlowFrames(stream);
    while (frames.next()) {
      feed(plain, stream, frames.start(), frames.size());
      if (plain.events.getLast().startsWith("closing")) {
        return plain.events;
      }
    }
    frames.closing().ifPresent(plain.events::add);
    return plain.events;
  }

  @Test
  void aFrameCutAtEveryPlaceIsHandledOnce() throws Exception {
    byte[] two =
        concat(ServerFrames.text("first".repeat(30)), ServerFrames.text("second".repeat(50)));
    for (int cut = 1; cut < two.length; cut++) {
      EngineRecorder engine = inPlace();
      feed(engine, two, 0, cut);
      feed(engine, two, cut, two.length - cut);
      assertThat(engine.events)
          .containsExactly("open", "text " + "first".repeat(30), "text " + "second".repeat(50));
    }
  }

  @Test
  void theReadBufferIsFreeAfterEveryRead() throws Exception {
    byte[] frame = ServerFrames.text("kept");
    EngineRecorder engine = inPlace();
    feed(engine, frame, 0, 4);
    Arrays.fill(readBuffer.array(), (byte) 'X');
    feed(engine, frame, 4, frame.length - 4);
    assertThat(engine.events).containsExactly("open", "text kept");
  }

  @Test
  void tenMebibytesAreReadAndSeventeenAreRefusedByTheirHeaderAlone() throws Exception {
    EngineRecorder engine = inPlace();
    byte[] large = ServerFrames.text("m".repeat(10 << 20));
    for (int at = 0; at < large.length; at += readBuffer.capacity()) {
      feed(engine, large, at, Math.min(readBuffer.capacity(), large.length - at));
    }
    byte[] tooLarge = ServerFrames.header(0x81, 17L << 20);
    feed(engine, tooLarge, 0, tooLarge.length);
    assertThat(engine.events.get(1)).hasSize("text ".length() + (10 << 20));
    assertThat(engine.events.getLast()).isEqualTo("closing 1009 false");
  }

  @Test
  void fragmentsWithoutEndAreRefusedOnceTheyAreTooMuch() throws Exception {
    EngineRecorder engine = inPlace();
    byte[] start = ServerFrames.frame(ServerFrames.TEXT, new byte[100]);
    byte[] more = ServerFrames.frame(ServerFrames.CONTINUATION, new byte[200_000]);
    feed(engine, start, 0, start.length);
    for (int i = 0; i < 100; i++) {
      feed(engine, more, 0, more.length);
    }
    assertThat(engine.events).containsExactly("open", "closing 1009 false");
  }

  @Test
  void nothingIsHandledAfterAClose() throws Exception {
    EngineRecorder engine = inPlace();
    byte[] frames = concat(ServerFrames.close(1001), ServerFrames.text("too late"));
    feed(engine, frames, 0, frames.length);
    assertThat(engine.events).containsExactly("open", "closing 1001 true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "81 83 00000000 616263 | 1002 | server masked a frame (RFC 6455 5.1)",
        "c1 03 010203 | 1002 | server set a reserved bit, nobody asked for extensions (RFC 6455 5.2)",
        "83 00 | 1002 | server sent the unknown opcode 3 (RFC 6455 5.2)",
        "8b 00 | 1002 | server sent the unknown opcode 11 (RFC 6455 5.2)",
        "09 00 | 1002 | server sent a control frame in fragments (RFC 6455 5.5)",
        "89 7e 007e | 1002 | server sent a control frame of more than 125 bytes (RFC 6455 5.5)",
        "80 00 | 1002 | server continued a message that it had not begun (RFC 6455 5.4)",
        "01 01 61 81 01 62 | 1002 | server began a message within a fragmented one (RFC 6455 5.4)",
        "81 02 c328 | 1007 | server sent a text that is no UTF-8 (RFC 6455 8.1)",
        "01 01 c3 80 01 28 | 1007 | server sent a text that is no UTF-8 (RFC 6455 8.1)",
        "81 7f 0000000001400000 | 1009 | server sent a frame of 20971520 bytes, at most 16777216 are taken",
        "81 7f ffffffffffffffff | 1009 | server sent a frame of 18446744073709551615 bytes, at most 16777216 are taken",
        "88 01 03 | 1002 | server sent a close frame of 1 byte (RFC 6455 5.5.1)",
        "88 02 03e7 | 1002 | server sent the close code 999, which is none to be sent (RFC 6455 7.4)",
        "88 02 03ed | 1002 | server sent the close code 1005, which is none to be sent (RFC 6455 7.4)",
        "88 02 1388 | 1002 | server sent the close code 5000, which is none to be sent (RFC 6455 7.4)",
        "88 04 03e8 c328 | 1007 | server sent a close reason that is no UTF-8 (RFC 6455 5.5.1)"
      })
  void aViolationNamesItself(String hex, int code, String words) throws Exception {
    EngineRecorder engine = inPlace();
    byte[] stream = HexFormat.of().parseHex(hex.replace(" ", ""));
    feed(engine, stream, 0, stream.length);

    assertThat(engine.events).containsExactly("open", "closing " + code + " false");
    assertThat(engine.closeWords).isEqualTo(words);
    assertThat(words).as("room for it in the close frame").hasSizeLessThan(124);
  }

  @ParameterizedTest
  @CsvSource({
    "8800, 1005",
    "880203f3, 1011",
    "880203f4, 1012",
    "880203ef, 1007",
    "88020bb8, 3000",
    "88021387, 4999"
  })
  void aLawfulCloseIsTheServersAndIsAnsweredWithItsCode(String hex, int code) throws Exception {
    EngineRecorder engine = inPlace();
    byte[] stream = HexFormat.of().parseHex(hex);
    feed(engine, stream, 0, stream.length);

    assertThat(engine.events).containsExactly("open", "closing " + code + " true");
    assertThat(engine.engine.outQueue).hasSize(1);
    assertThat(engine.engine.outQueue.peek().remaining()).isEqualTo(code == 1005 ? 6 : 8);
  }

  @Test
  void theEngineGetsADraftOfItsOwn() throws Exception {
    Stream.of(inPlace(), inPlace())
        .map(recorder -> recorder.engine.getDraft())
        .forEach(draft -> assertThat(draft.copyInstance()).isNotSameAs(draft));
  }

  private static EngineRecorder inPlace() throws InvalidHandshakeException {
    return new EngineRecorder(
        listener -> InPlaceDraft.engine(listener, new Protocol(""), listener::frame));
  }

  private void feed(EngineRecorder to, byte[] bytes, int at, int count) {
    to.engine.decode(readBuffer.clear().put(bytes, at, count).flip());
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
