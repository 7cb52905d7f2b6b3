/** What one connection may leave unread before it is cut: some 3,000 strokes of 300 characters. */
const MAX_UNREAD = 1024 * 1024;

/**
 * Ends a connection that leaves too much unread. Engine.IO hands its packets to `ws` in batches, the next one when the kernel
 * has taken the last; what waits for that is counted here, in characters, and what `ws` has of the last one in bytes.
 *
 * @param {import('engine.io').Socket} connection
 */
export function cutWhenSlow(connection) {
  let waiting = 0;
  connection.on('flush', () => {
    waiting = 0;
  });
  connection.on('packetCreate', ({ data }) => {
    waiting += data?.length ?? 0;
    const socket = connection.transport.socket;
    const unread = waiting + socket.bufferedAmount;
    if (unread > MAX_UNREAD && socket.readyState === socket.OPEN) {
      console.warn(`cut a slow reader: ${unread} unread`);
      socket.terminate();
    }
  });
}
