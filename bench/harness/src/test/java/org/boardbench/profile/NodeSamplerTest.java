package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NodeSamplerTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);

  private final Profiler profiler = new Profiler();
  private Inspector inspector;

  @BeforeEach
  void open() throws Exception {
    profiler.start();
    profiler.started.await();
    inspector =
        Inspector.connect(URI.create("ws://127.0.0.1:" + profiler.getPort() + "/"), DEADLINE);
  }

  @AfterEach
  void close() throws InterruptedException {
    inspector.close();
    profiler.stop();
  }

  private static Samples samples(NodeSampler sampler) throws Exception {
    return sampler.samples(Instant.EPOCH, Instant.MAX);
  }

  @Test
  void theProfileIsWhatTheInspectorAnswersAtTheEndOfTheHold() throws Exception {
    NodeSampler sampler = new NodeSampler(inspector);

    sampler.holdStarted();
    sampler.holdEnded();

    assertThat(samples(sampler).stacks()).hasSize(1);
  }

  @Test
  void aHoldOfWhichTheInspectorWasNotToldHasNoProfileAndNotThatOfTheHoldBefore() throws Exception {
    NodeSampler sampler = new NodeSampler(inspector);
    assertThatThrownBy(() -> samples(sampler)).isInstanceOf(IOException.class);
    sampler.holdStarted();
    sampler.holdEnded();
    assertThat(samples(sampler).stacks()).hasSize(1);

    inspector.close();

    assertThatThrownBy(sampler::holdStarted).isInstanceOf(IOException.class);
    assertThatThrownBy(sampler::holdEnded).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> samples(sampler)).isInstanceOf(IOException.class);
  }

  /** Answers the end of a profile with one sample. */
  private static final class Profiler extends WebSocketServer {
    private final CountDownLatch started = new CountDownLatch(1);

    Profiler() {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onMessage(WebSocket from, String message) {
      if (message.contains("Profiler.stop")) {
        from.send(
            """
            {"id": %s, "result": {"profile": {
              "nodes": [{"id": 1, "callFrame": {"functionName": "f", "url": "server.js"}}],
              "samples": [1, 1], "timeDeltas": [0, 1000]}}}
            """
                .formatted(message.replaceAll("\\D", "")));
      }
    }

    @Override
    public void onOpen(WebSocket from, ClientHandshake handshake) {}

    @Override
    public void onClose(WebSocket from, int code, String reason, boolean byPeer) {}

    @Override
    public void onError(WebSocket from, Exception error) {}
  }
}
