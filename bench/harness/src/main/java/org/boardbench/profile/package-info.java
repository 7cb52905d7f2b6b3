/**
 * What a server's CPU time goes into: the kernel's counters of each thread, shared out by a
 * sampling profiler of the server's runtime, which looks on at trials that are there for nothing
 * else.
 */
package org.boardbench.profile;
