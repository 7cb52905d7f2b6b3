package org.boardbench.view.web;

import java.time.Duration;

/**
 * What the clients of a server get at most, all together unless it says else.
 *
 * @param connections open at once; one more takes the place of the one that has been silent longest
 * @param streams of events open at once; one more is refused
 * @param requestBytes of one request, its headers included
 * @param requestTime from a connection's first moment, or its last answer, to the end of its next
 *     request, and then to the end of the answer
 * @param behindTime for which a stream may have something left to send
 * @param heartbeat after which a silent stream gets a comment, so that one without a reader shows
 * @param connectionsPerSecond that are accepted; the others wait in the kernel
 * @param requestsPerSecond that are answered; the others wait
 * @param bytesPerSecond that are sent
 */
public record WebLimits(
    int connections,
    int streams,
    int requestBytes,
    Duration requestTime,
    Duration behindTime,
    Duration heartbeat,
    int connectionsPerSecond,
    int requestsPerSecond,
    int bytesPerSecond) {
  /** A few people with a few pages each, and a program that collects metrics. */
  public static final WebLimits USUAL =
      new WebLimits(
          48,
          16,
          8 << 10,
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(15),
          50,
          50,
          16 << 20);
}
