import { Member } from './member.js';
import { BadMessage, parseMessage } from './messages.js';

/**
 * Serves one connection until it closes.
 *
 * @param {import('ws').WebSocket} socket
 * @param {import('./boards.js').Boards | import('./local-boards.js').LocalBoards} boards
 * @returns {Member}
 */
export function serve(socket, boards) {
  const member = new Member(socket);
  const joined = new Set();

  socket.on('message', (data, isBinary) => {
    handle(data, isBinary).catch(report);
  });
  // A reset, a frame over the limit, invalid UTF-8: ws closes the connection itself, and 'close' follows.
  socket.on('error', () => {});
  socket.on('close', () => {
    for (const boardId of joined) {
      leave(boardId);
    }
  });

  async function handle(data, isBinary) {
    const { type, boardId, userId } = parseMessage(data, isBinary);
    if (type === 'join') {
      // Before it is confirmed, because a member that Redis could not confirm is one all the same.
      joined.add(boardId);
      await boards.join(boardId, member);
      member.send(JSON.stringify({ type: 'joined', boardId, userId }));
    } else {
      await boards.publish(boardId, data);
    }
  }

  function leave(boardId) {
    boards.leave(boardId, member).catch((error) => console.error(`leave: ${error.message}`));
  }

  function report(error) {
    if (error instanceof BadMessage) {
      member.sendError(error.message);
    } else {
      console.error(`refused a message: ${error.message}`);
      member.sendError('Redis did not take the message');
    }
  }

  return member;
}
