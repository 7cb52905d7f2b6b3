/** STOMP 1.2 over WebSocket. */
package org.boardbench.protocol.stomp;
