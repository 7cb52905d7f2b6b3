package org.boardbench.store;

import java.util.OptionalLong;

/**
 * One of several machines that make the load, or have the server.
 *
 * @param address its host and port
 * @param cores that its driver uses
 * @param capacity what it was measured to do; empty where that is not known of it
 * @param loop the kind of socket loops that its driver uses
 * @param machine operating system, processor and JDK in words
 * @param part what it has to do
 */
public record FleetMember(
    String address, int cores, OptionalLong capacity, String loop, String machine, Part part) {
  /** What a machine has of a trial. */
  public enum Part {
    /** Users. */
    DRIVER,
    /** The server. */
    TARGET,
    BOTH;

    boolean hasUsers() {
      return this != TARGET;
    }

    boolean hasTarget() {
      return this != DRIVER;
    }
  }
}
