package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every loop must do with what is written. */
@Timeout(600)
abstract class SocketLoopWrites extends LoopScene {
  @Test
  void aWriteThatFindsNoRoomGoesOnWheneverThereIsRoom() throws Exception {
    ByteBuffer much = ByteBuffer.allocate(32 << 20);
    CompletableFuture<Transport> transport = new CompletableFuture<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void writable() {
            super.writable();
            write(transport.join(), much);
          }
        };
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> transport.complete(loop.connect(address, recorder)));
      try (SocketChannel accepted = server.accept()) {
        assertThat(recorder.next()).isEqualTo("connected");
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        loop.execute(() -> taken.complete(write(transport.join(), much)));
        assertThat(taken.join()).isFalse();
        readAll(accepted, much.capacity());
      }
      assertThat(recorder.events).contains("writable");
    }
  }

  @Test
  void bytesLeaveInTheOrderOfTheirWritesHoweverLittleRoomThereIs() throws Exception {
    int count = 5_000_000;
    ByteBuffer numbers = ByteBuffer.allocate(count);
    while (numbers.hasRemaining()) {
      numbers.put((byte) (numbers.position() % 251));
    }
    numbers.flip();
    CompletableFuture<Transport> transport = new CompletableFuture<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void writable() {
            write(transport.join(), numbers);
          }
        };
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      server.setOption(StandardSocketOptions.SO_RCVBUF, 8_000);
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> transport.complete(loop.connect(address, recorder)));
      try (SocketChannel accepted = server.accept()) {
        assertThat(recorder.next()).isEqualTo("connected");
        loop.execute(() -> write(transport.join(), numbers));
        ByteBuffer all = ByteBuffer.allocate(count);
        while (all.hasRemaining()) {
          assertThat(accepted.read(all)).isPositive();
        }
        assertThat(all.flip()).isEqualTo(numbers.rewind());
      }
    }
  }

  @Test
  void aClosedTransportTakesNothingMore() throws Exception {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    CompletableFuture<Transport> transport = new CompletableFuture<>();
    Recorder recorder = new Recorder();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> transport.complete(loop.connect(address, recorder)));
      try (SocketChannel accepted = server.accept()) {
        assertThat(recorder.next()).isEqualTo("connected");
        loop.execute(() -> {
          transport.join().close();
          failure.complete(catchThrowable(() -> transport.join().write(ByteBuffer.allocate(1))));
        });
        assertThat(failure.join()).isInstanceOf(IOException.class);
        assertThat(accepted.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      }
    }
  }

  @Test
  void aTransportThatClosesWhileItHasNoRoomLeavesItsLoopAtWork() throws Exception {
    ByteBuffer much = ByteBuffer.allocate(32 << 20);
    CompletableFuture<Transport> transport = new CompletableFuture<>();
    Recorder full = new Recorder();
    Recorder next = new Recorder();
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
      loop.execute(() -> transport.complete(loop.connect(address, full)));
      try (SocketChannel deaf = server.accept()) {
        assertThat(full.next()).isEqualTo("connected");
        loop.execute(() -> {
          write(transport.join(), much);
          transport.join().close();
          loop.connect(address, next);
        });
        try (SocketChannel peer = server.accept()) {
          assertThat(next.next()).isEqualTo("connected");
          peer.write(ByteBuffer.allocate(3));
          assertThat(next.next()).isEqualTo("received 3");
        }
        assertThat(drain(deaf)).isLessThan(much.capacity());
      }
    }
    assertThat(full.events).isEmpty();
  }

  /** How many bytes come until the stream ends or breaks. */
  private static long drain(SocketChannel channel) {
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    long count = 0;
    try {
      for (int read = 0; read >= 0; read = channel.read(bytes.clear())) {
        count += read;
      }
    } catch (IOException e) {
      // Broken off, which is an end as well.
    }
    return count;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void inAMuddleOfConnectionsEveryByteComesBackToWhoWroteItAndInOrder(long seed) throws Exception {
    LoopMuddle muddle = new LoopMuddle(seed);
    try (ServerSocketChannel server = listening();
        SocketLoop loop = start()) {
      assertThat(muddle.run(loop, server, PATIENCE_S)).as("all have gone").isTrue();
      assertThat(loop.failure()).isNull();
    }
    assertThat(muddle.faults()).isEmpty();
  }

  static boolean write(Transport transport, ByteBuffer bytes) {
    try {
      return transport.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void readAll(SocketChannel channel, int count) throws IOException {
    ByteBuffer all = ByteBuffer.allocate(count);
    while (all.hasRemaining()) {
      assertThat(channel.read(all)).isPositive();
    }
  }
}
