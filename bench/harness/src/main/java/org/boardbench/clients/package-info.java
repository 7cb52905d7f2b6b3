/**
 * The client's share: the same load with our driver and with clients of other people, each against
 * a fresh server, with {@code sentinel} users that tell who is right. {@code output} reads what a
 * client found.
 */
package org.boardbench.clients;
