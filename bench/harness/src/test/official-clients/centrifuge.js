import { Centrifuge } from 'centrifuge';
import { WebSocket } from 'ws';

export async function join(url, board, user, take) {
  const client = new Centrifuge(url.href, { websocket: WebSocket });
  const subscription = client.newSubscription(`board:${board}`);
  subscription.on('publication', ({ data }) => take(data));
  await new Promise((resolve, reject) => {
    subscription.on('subscribed', resolve);
    subscription.on('error', ({ error }) => reject(new Error(error.message)));
    client.on('disconnected', ({ reason }) => reject(new Error(reason)));
    client.on('error', ({ error }) => reject(new Error(error.message)));
    subscription.subscribe();
    client.connect();
  });
  return (message) => subscription.publish(message);
}
