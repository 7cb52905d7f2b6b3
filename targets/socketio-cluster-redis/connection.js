import { cutWhenSlow } from './slow-reader.js';
import { BadMessage, checkJoin, checkStroke } from './messages.js';

/**
 * Serves one connection until it closes; Socket.IO takes it out of its rooms by itself.
 *
 * @param {import('socket.io').Socket} socket
 * @param {import('socket.io').Server} io
 * @param {{ settled: () => Promise<void> }} workers
 */
export function serve(socket, io, workers) {
  cutWhenSlow(socket.conn);

  socket.on('join', (user, acknowledge) => {
    const answer = typeof acknowledge === 'function' ? acknowledge : sendError;
    join(user).then(
      (joined) => answer === acknowledge && acknowledge(joined),
      (error) => answer({ type: 'error', reason: reasonOf(error) }),
    );
  });

  // To the sender too, when it is a member: `socket.to` would leave it out.
  socket.on('stroke', (message) => {
    try {
      io.to(checkStroke(message).boardId).emit('stroke', message);
    } catch (error) {
      sendError({ type: 'error', reason: reasonOf(error) });
    }
  });

  /** Resolves once what the other workers publish to the board comes to this one. */
  async function join(user) {
    const { boardId, userId } = checkJoin(user);
    const wasMember = socket.rooms.has(boardId);
    socket.join(boardId);
    try {
      await workers.settled();
    } catch (error) {
      if (!wasMember) {
        socket.leave(boardId);
      }
      throw error;
    }
    return { type: 'joined', boardId, userId };
  }

  function sendError(error) {
    socket.emit('error', error);
  }
}

function reasonOf(error) {
  if (error instanceof BadMessage) {
    return error.message;
  }
  console.error(`refused a join: ${error.message}`);
  return 'Redis did not confirm the join';
}
