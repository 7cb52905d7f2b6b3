package org.boardbench.micro.tomcat;

import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.boardbench.micro.Series;
import org.boardbench.micro.payload.StrokeMessage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One message to every member by {@code sendText} of the Java WebSocket API, and one from each of
 * them to a handler, through all of Tomcat and the kernel. What of it is the kernel's, the sockets'
 * benchmark says.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Series(group = "tomcat", by = "server")
public class TomcatBenchmark {
  @Param("tomcat")
  String server;

  @Param("100")
  int members;

  @Param("300")
  int payloadBytes;

  private TomcatServer tomcat;
  private Peers peers;
  private String text;
  private byte[] frame;
  private long sentByPeers;

  @Setup
  public void open() throws IOException {
    byte[] payload = StrokeMessage.ofSize(payloadBytes).bytes();
    text = new String(payload, StandardCharsets.UTF_8);
    frame = ClientFrame.of(payload);
    tomcat = TomcatServer.start();
    peers = Peers.connect(tomcat.port(), members);
    // The server answers a handshake before it has a session.
    peers.send(frame);
    await();
  }

  /** From the thread that asks, as it comes. */
  @Benchmark
  public void send() throws IOException {
    for (Session session : tomcat.sessions()) {
      session.getBasicRemote().sendText(text);
    }
  }

  /** From sockets that have become readable to the call of the handler. */
  @Benchmark
  public void read() {
    peers.send(frame);
    await();
  }

  private void await() {
    sentByPeers += members;
    tomcat.arrivals().await(sentByPeers);
  }

  /** Bytes that the peers have read. */
  long receivedByPeers() {
    return peers.received();
  }

  @TearDown
  public void close() throws IOException {
    peers.close();
    tomcat.close();
    if (tomcat.arrivals().characters() != sentByPeers * text.length()) {
      throw new IllegalStateException("messages have come otherwise than they were sent");
    }
  }
}
