import { Socket } from 'phoenix';
import { WebSocket } from 'ws';

export async function join(url, board, userId, take) {
  const socket = new Socket(url.href, { transport: WebSocket });
  socket.onError(() => console.error('the connection has failed'));
  socket.connect();
  const channel = socket.channel(`board:${board}`, { userId });
  channel.on('message', take);
  await new Promise((resolve, reject) => {
    channel
      .join()
      .receive('ok', resolve)
      .receive('error', (response) => reject(new Error(JSON.stringify(response))))
      .receive('timeout', () => reject(new Error('no answer to the join')));
  });
  return (message) => channel.push('message', message);
}
