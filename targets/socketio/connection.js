import { cutWhenSlow } from './slow-reader.js';
import { BadMessage, checkJoin, checkStroke } from './messages.js';

/**
 * Serves one connection until it closes; Socket.IO takes it out of its rooms by itself.
 *
 * @param {import('socket.io').Socket} socket
 * @param {import('socket.io').Server} io
 */
export function serve(socket, io) {
  cutWhenSlow(socket.conn);

  socket.on('join', (user, acknowledge) => {
    const answer = typeof acknowledge === 'function' ? acknowledge : sendError;
    attempt(() => {
      const { boardId, userId } = checkJoin(user);
      socket.join(boardId);
      if (answer === acknowledge) {
        acknowledge({ type: 'joined', boardId, userId });
      }
    }, answer);
  });

  // To the sender too, when it is a member: `socket.to` would leave it out.
  socket.on('stroke', (message) => {
    attempt(() => io.to(checkStroke(message).boardId).emit('stroke', message), sendError);
  });

  function sendError(error) {
    socket.emit('error', error);
  }
}

function attempt(action, refuse) {
  try {
    action();
  } catch (error) {
    if (!(error instanceof BadMessage)) {
      throw error;
    }
    refuse({ type: 'error', reason: error.message });
  }
}
