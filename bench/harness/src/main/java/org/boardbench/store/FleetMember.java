package org.boardbench.store;

import java.util.OptionalLong;

/**
 * One of several machines that make the load.
 *
 * @param address its host and port
 * @param cores that its driver uses
 * @param capacity what it was measured to do; empty where that is not known of it
 * @param loop the kind of socket loops that its driver uses
 * @param machine operating system, processor and JDK in words
 */
public record FleetMember(
    String address, int cores, OptionalLong capacity, String loop, String machine) {}
