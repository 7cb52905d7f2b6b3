/**
 * One WebSocket connection: its handshake, its frames, what the protocol engine does and what is
 * done in place.
 */
package org.boardbench.driver.ws;
