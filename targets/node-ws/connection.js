import { Member } from './member.js';
import { BadMessage, parseMessage } from './messages.js';

/**
 * Serves one connection until it closes.
 *
 * @param {import('ws').WebSocket} socket
 * @param {import('./boards.js').Boards} boards
 * @returns {Member}
 */
export function serve(socket, boards) {
  const member = new Member(socket);
  const joined = new Set();

  socket.on('message', (data, isBinary) => {
    try {
      handle(parseMessage(data, isBinary), data);
    } catch (error) {
      if (!(error instanceof BadMessage)) {
        throw error;
      }
      member.sendError(error.message);
    }
  });
  // A reset, a frame over the limit, invalid UTF-8: ws closes the connection itself, and 'close' follows.
  socket.on('error', () => {});
  socket.on('close', () => {
    for (const boardId of joined) {
      boards.leave(boardId, member);
    }
  });

  function handle({ type, boardId, userId }, data) {
    if (type === 'join') {
      boards.join(boardId, member);
      joined.add(boardId);
      member.send(JSON.stringify({ type: 'joined', boardId, userId }));
    } else {
      boards.publish(boardId, data);
    }
  }

  return member;
}
