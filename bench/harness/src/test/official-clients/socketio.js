import { io } from 'socket.io-client';

export async function join(url, boardId, userId, take) {
  const socket = io(url.origin, { path: url.pathname, transports: ['websocket'], reconnection: false });
  socket.on('stroke', take);
  socket.on('error', (error) => console.error(JSON.stringify(error)));
  await new Promise((resolve, reject) => {
    socket.on('connect', resolve);
    socket.on('connect_error', reject);
  });
  const answer = await socket.emitWithAck('join', { boardId, userId });
  if (answer.type !== 'joined') {
    throw new Error(JSON.stringify(answer));
  }
  return (message) => socket.emit('stroke', message);
}
