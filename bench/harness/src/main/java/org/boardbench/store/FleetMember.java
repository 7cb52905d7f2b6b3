package org.boardbench.store;

/**
 * One of several machines that make the load.
 *
 * @param address its host and port
 * @param cores that its driver uses
 * @param loop the kind of its socket loops
 * @param machine operating system, processor and JDK in words
 */
public record FleetMember(String address, int cores, String loop, String machine) {}
