package org.boardbench.host.sampling;

/**
 * A companion's own count of its traffic.
 *
 * @param kind how it is asked
 * @param port loopback port
 */
public record TrafficMetrics(Kind kind, int port) {
  /** The ways to ask; manifests spell them in lower case with hyphens. */
  public enum Kind {
    REDIS_INFO
  }
}
