package org.boardbench.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.boardbench.driver.InPlaceDraft.MAX_MESSAGE_BYTES;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.reference.ServerFrames;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.protocols.Protocol;
import org.junit.jupiter.api.Test;

class InPlaceDraftTest {
  private final ByteBuffer readBuffer = ByteBuffer.allocate(256 * 1024);

  @Test
  void framesCutAnywhereComeToWhatThePlainDraftMakesOfThem() throws Exception {
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
   * Byte by byte, for the plain draft loses good frames that share a read with a bad one: only so
   * does its outcome depend on the stream alone.
   */
  private List<String> plainEvents(byte[] stream) throws InvalidHandshakeException {
    EngineRecorder plain =
        new EngineRecorder(listener ->
            new WebSocketImpl(
                listener, new Draft_6455(List.of(), List.of(new Protocol("")), MAX_MESSAGE_BYTES)));
    try {
      for (int at = 0; at < stream.length; at++) {
        feed(plain, stream, at, 1);
      }
    } catch (NullPointerException e) { // a close frame whose reason is no UTF-8
      plain.events.add("closing 1002 false");
    }
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

  @Test
  void theEngineGetsADraftOfItsOwn() throws Exception {
    Stream.of(inPlace(), inPlace())
        .map(recorder -> recorder.engine.getDraft())
        .forEach(draft -> assertThat(draft.copyInstance()).isNotSameAs(draft));
  }

  private static EngineRecorder inPlace() throws InvalidHandshakeException {
    return new EngineRecorder(
        listener -> InPlaceDraft.engine(listener, new Protocol(""), listener::text));
  }

  private void feed(EngineRecorder to, byte[] bytes, int at, int count) {
    to.engine.decode(readBuffer.clear().put(bytes, at, count).flip());
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
