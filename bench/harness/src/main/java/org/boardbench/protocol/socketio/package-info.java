/**
 * Socket.IO over a WebSocket: {@code https://socket.io/docs/v4/socket-io-protocol/} (version 5) in
 * {@code https://socket.io/docs/v4/engine-io-protocol/} (version 4).
 */
package org.boardbench.protocol.socketio;
