/**
 * What it costs to hand one published message to every member of a board, part by part: {@code
 * encoding} writes it, {@code membership} finds the members, {@code dispatch} brings it to their
 * sessions, {@code socket} writes it to their connections. One operation is always one message
 * published to all members of one board, so a score divided by the members is a delivery's cost.
 */
package org.boardbench.micro.fanout;
