package org.boardbench.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Outbox outbox = new Outbox();
  private SocketChannel sending;
  private SocketChannel receiving;

  @BeforeEach
  void connect() throws IOException {
    try (ServerSocketChannel listening = ServerSocketChannel.open()) {
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      sending = SocketChannel.open(listening.getLocalAddress());
      receiving = listening.accept();
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    sending.close();
    receiving.close();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private boolean add(String text) {
    return outbox.add(ByteBuffer.wrap(bytes(text)));
  }

  /** What one write brings. */
  private String written() throws IOException {
    outbox.write(sending);
    ByteBuffer got = ByteBuffer.allocate(1 << 16);
    receiving.read(got);
    return new String(got.array(), 0, got.position(), StandardCharsets.US_ASCII);
  }

  @Test
  void whatIsAddedGoesInOneWrite() throws Exception {
    add("abc");
    add("de");

    assertThat(written()).isEqualTo("abcde");
    assertThat(outbox.isEmpty()).isTrue();
  }

  @Test
  void onlyWhatTricklesGoesByteByByte() throws Exception {
    add("abc");
    outbox.addTrickle(bytes("de"));
    add("fg");
    outbox.addTrickle(bytes("h"));

    assertThat(outbox.trickles()).isFalse();
    assertThat(written()).isEqualTo("abc");
    assertThat(outbox.trickles()).isTrue();
    assertThat(written()).isEqualTo("d");
    assertThat(written()).isEqualTo("e");
    assertThat(outbox.trickles()).isFalse();
    assertThat(written()).isEqualTo("fg");
    assertThat(written()).isEqualTo("h");
    assertThat(outbox.isEmpty()).isTrue();
  }

  @Test
  void whatIsOverTheBoundIsNotAdded() throws Exception {
    add("x".repeat(Outbox.LIMIT - 1));

    assertThat(add("yz")).isFalse();
    assertThat(add("y")).isTrue();
    assertThat(outbox.addTrickle(bytes("z"))).isFalse();
  }

  /** Far more than there is room for, and never empty. */
  @Test
  void roomIsUsedAgain() throws Exception {
    String word = "0123456789";
    StringBuilder got = new StringBuilder();
    outbox.addTrickle(bytes(word));
    for (int i = 0; i < 1_000; i++) {
      outbox.addTrickle(bytes(word));
      for (int j = 0; j < word.length(); j++) {
        got.append(written());
      }
    }

    assertThat(got.toString()).isEqualTo(word.repeat(1_000));
    assertThat(outbox.isEmpty()).isFalse();
  }
}
