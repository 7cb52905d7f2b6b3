package org.boardbench.micro.frame;

import java.util.concurrent.TimeUnit;
import org.boardbench.micro.Series;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a delivery costs the driver in each protocol, from the bytes of its WebSocket frame into the
 * account: the ratio to {@code raw} is what a server's protocol makes the driver dearer. A
 * hundredth of what the message cost its sender is in it.
 */
@Series(group = "driver", by = "protocol")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DriverDeliveryBenchmark {
  @Param({"raw", "stomp", "socketio", "nest-ws", "centrifuge", "phoenix", "template"})
  public String protocol;

  @Param("300")
  public int payloadBytes;

  private DriverDelivery delivery;

  /** Afresh each time, because the account keeps every message. */
  @Setup(Level.Iteration)
  public void setUp() {
    delivery = DriverDelivery.of(protocol, payloadBytes);
  }

  @Benchmark
  @OperationsPerInvocation(DriverDelivery.MEMBERS)
  public long deliver() {
    return delivery.deliver();
  }
}
