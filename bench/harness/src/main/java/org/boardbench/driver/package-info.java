/**
 * The load generator, from a stage that is to be driven to the sockets.
 *
 * <p>{@code io} waits for streams of bytes, {@code ws} makes WebSocket connections of them, {@code
 * user} has the schedule and the state of each virtual user, {@code stage} takes all of them
 * through ramp, hold and drain, {@code side} has users beside them whom no account knows, {@code
 * check} looks at a server before any load. {@link org.boardbench.driver.LoadDriver} is what the
 * rest of the harness sees.
 */
package org.boardbench.driver;
