import { joined } from './sockets.js';

export async function join(url, boardId, userId, take) {
  const joining = { type: 'join', boardId, userId };
  const socket = await joined(url, joining, (message) => message.type === 'joined', take);
  return (message) => socket.send(JSON.stringify(message));
}
