/** What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
const MAX_UNREAD_BYTES = 1024 * 1024;

/** How a server of each style sends to a socket that is open. */
const SEND_BY_STYLE = {
  production(socket, text) {
    if (socket.bufferedAmount > MAX_UNREAD_BYTES) {
      console.warn(`cut a slow reader: ${socket.bufferedAmount} bytes unread`);
      socket.terminate();
      return;
    }
    socket.send(text, { binary: false });
  },

  /** As the README of ws broadcasts: what a reader leaves unread stays in memory, without bound. */
  plain(socket, text) {
    socket.send(text, { binary: false });
  },
};

const STYLE = process.env.STYLE ?? 'production';

/**
 * Sends in the server's style, and never waits.
 *
 * @type {(socket: import('ws').WebSocket, text: Buffer | string) => void}
 */
export const send = SEND_BY_STYLE[STYLE];
if (!send) {
  throw new Error(`STYLE must be one of ${Object.keys(SEND_BY_STYLE).join(', ')}, was ${STYLE}`);
}
