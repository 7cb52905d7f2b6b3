package org.boardbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.boardbench.results.row.ProfileCategory;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.ObjectMapper;

@Timeout(60)
class NodeSamplerTest {
  private static final Duration DEADLINE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Profiler profiler = new Profiler(1, "f", () -> {});
  private final ScriptedNodes nodes = new ScriptedNodes();
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
    nodes.close();
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

  @Test
  void eachProcessOfAServerHasAProfileOfItsOwnThoughAllOpenTheSamePort() throws Exception {
    List<CpuProfile> profiles = new ArrayList<>();
    for (int process = 3; process > 0; process--) {
      long pid = process;
      NodeSampler sampler =
          NodeSampler.start(pid, nodes::lastLines, () -> nodes.signal(pid, "f" + pid));
      sampler.holdStarted();
      sampler.holdEnded();
      profiles.add(
          CpuProfile.of(
              List.of(new ThreadUse("(main)", process * 1e6, 0)),
              samples(sampler),
              Samples.NONE,
              FrameRules.parse("frame parsing server.js:f1\nframe application server.js:f\n")));
      sampler.close();
    }

    CpuProfile sum = CpuProfile.sum(profiles);

    // A sample stands for 1 ms; what else each has used is its loop's, which no rule here knows.
    assertThat(sum.ns(ProfileCategory.PARSING)).isEqualTo(1e6);
    assertThat(sum.ns(ProfileCategory.APPLICATION)).isEqualTo(2e6);
    assertThat(sum.totalNs()).isEqualTo(6e6);
    assertThat(sum.folded())
        .contains("parsing;(main);server.js:f1 1000", "application;(main);server.js:f3 1000");
  }

  @Test
  void whatAnotherProcessAnswersIsNoProfileOfThisOne() throws Exception {
    assertThatThrownBy(() -> NodeSampler.start(1, nodes::lastLines, () -> nodes.signal(2, "other")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("another process");
  }

  /** Processes that open their inspectors on one port, and what all of them print. */
  private static final class ScriptedNodes {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Queue<Profiler> open = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean isPortTaken = new AtomicBoolean();

    List<String> lastLines(int count) {
      List<String> all = List.copyOf(lines);
      return all.subList(Math.max(0, all.size() - count), all.size());
    }

    /** As the kernel brings it to a process, whose profiles are of one function. */
    void signal(long pid, String function) {
      if (isPortTaken.getAndSet(true)) {
        lines.add("Starting inspector on 127.0.0.1:9229 failed: address already in use");
      } else {
        open(
            pid,
            function,
            () -> {
              isPortTaken.set(false);
              open(pid, function, () -> {});
            });
      }
    }

    private void open(long pid, String function, Runnable move) {
      Profiler profiler =
          new Profiler(pid, function, move) {
            @Override
            public void onStart() {
              super.onStart();
              lines.add("Debugger listening on ws://127.0.0.1:" + getPort() + "/" + pid);
            }
          };
      open.add(profiler);
      profiler.start();
    }

    void close() throws InterruptedException {
      for (Profiler profiler : open) {
        profiler.stop();
      }
    }
  }

  /** Answers the end of a profile with one sample. */
  private static class Profiler extends WebSocketServer {
    private final CountDownLatch started = new CountDownLatch(1);
    private final long pid;
    private final String function;
    private final Runnable move;

    /**
     * @param move what it does when it is told to open elsewhere
     */
    Profiler(long pid, String function, Runnable move) {
      super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      this.pid = pid;
      this.function = function;
      this.move = move;
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onMessage(WebSocket from, String message) {
      int id = JSON.readTree(message).path("id").asInt();
      if (message.contains("Profiler.stop")) {
        from.send(
            """
            {"id": %d, "result": {"profile": {
              "nodes": [{"id": 1, "callFrame": {"functionName": "%s", "url": "server.js"}}],
              "samples": [1, 1], "timeDeltas": [0, 1000]}}}
            """
                .formatted(id, function));
      } else if (message.contains("Runtime.evaluate")) {
        from.send("{\"id\": %d, \"result\": {\"result\": {\"value\": %d}}}".formatted(id, pid));
        move.run();
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
