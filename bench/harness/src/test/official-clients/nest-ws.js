import { joined } from './sockets.js';

export async function join(url, boardId, userId, take) {
  const joining = { event: 'join', data: { boardId, userId } };
  const socket = await joined(
    url,
    joining,
    ({ event }) => event === 'joined',
    ({ data }) => take(data),
  );
  return (data) => socket.send(JSON.stringify({ event: 'stroke', data }));
}
