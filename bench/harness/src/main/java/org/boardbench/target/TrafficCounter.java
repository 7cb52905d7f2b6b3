package org.boardbench.target;

import java.util.Optional;

/** Asks a companion for its own count of its traffic. Not thread-safe. */
interface TrafficCounter extends AutoCloseable {
  /** The source's name in results, after {@code proc+}. */
  String source();

  /** Bytes since the companion's start; empty when it does not answer within a moment. */
  Optional<Traffic> read();

  @Override
  void close();

  /** Bytes received and sent. */
  record Traffic(long rxBytes, long txBytes) {}

  static TrafficCounter of(TrafficMetrics metrics) {
    return switch (metrics.kind()) {
      case REDIS_INFO -> new RedisTraffic(metrics.port());
    };
  }
}
