/**
 * The system under test, a server with its companions: {@code manifest} says what it is, {@code
 * tools} what it needs, {@code build} and {@code launch} bring it up, {@code process} ends it.
 */
package org.boardbench.sut;
