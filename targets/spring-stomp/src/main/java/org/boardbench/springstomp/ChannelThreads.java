package org.boardbench.springstomp;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The pools of the three channels that a message passes, as far as they are not Spring's default.
 *
 * @param inbound threads that handle what clients send; 0 for Spring's default, two a core
 * @param outbound threads that send, where a pool does; 0 for the same
 * @param broker who hands a message to the subscribers
 */
@ConfigurationProperties("threads")
record ChannelThreads(int inbound, int outbound, Broker broker) {
  enum Broker {
    /** Spring's default. */
    CALLER,
    ONE,
    POOL
  }

  Optional<Executor> inboundPool() {
    return pool("inbound-", inbound);
  }

  Optional<Executor> outboundPool() {
    return pool("outbound-", outbound);
  }

  Optional<Executor> brokerPool() {
    return pool(
        "broker-",
        switch (broker) {
          case CALLER -> 0;
          case ONE -> 1;
          case POOL -> 2 * Runtime.getRuntime().availableProcessors();
        });
  }

  /** Of a fixed size, because it grows only when its queue is full, which has no bound. */
  private static Optional<Executor> pool(String name, int threads) {
    if (threads == 0) {
      return Optional.empty();
    }
    var pool = new ThreadPoolTaskExecutor();
    pool.setThreadNamePrefix(name);
    pool.setCorePoolSize(threads);
    return Optional.of(pool);
  }
}
