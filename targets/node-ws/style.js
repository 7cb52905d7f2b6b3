/** What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
const MAX_UNREAD_BYTES = 1024 * 1024;

/** Whether a socket that is open is sent anything more, in each style. */
const TAKES_BY_STYLE = {
  production(socket) {
    if (socket.bufferedAmount > MAX_UNREAD_BYTES) {
      console.warn(`cut a slow reader: ${socket.bufferedAmount} bytes unread`);
      socket.terminate();
      return false;
    }
    return true;
  },

  /** As the README of ws broadcasts: what a reader leaves unread stays in memory, without bound. */
  plain() {
    return true;
  },
};

const STYLE = process.env.STYLE ?? 'production';

/**
 * Whether an open socket is sent anything more in the server's style; who is not, is cut.
 *
 * @type {(socket: import('ws').WebSocket) => boolean}
 */
export const takes = TAKES_BY_STYLE[STYLE];
if (!takes) {
  throw new Error(`STYLE must be one of ${Object.keys(TAKES_BY_STYLE).join(', ')}, was ${STYLE}`);
}
