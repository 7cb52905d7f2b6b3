import { Client, Versions } from '@stomp/stompjs';
import { WebSocket } from 'ws';

export function join(url, board, user, take) {
  return new Promise((resolve, reject) => {
    const client = new Client({
      stompVersions: new Versions([Versions.V1_2]),
      webSocketFactory: () => new WebSocket(url, ['v12.stomp'], { perMessageDeflate: false }),
      reconnectDelay: 0,
      onStompError: (frame) => reject(new Error(frame.headers.message ?? frame.body)),
      onWebSocketError: reject,
      onConnect: () => {
        client.watchForReceipt('board', () =>
          resolve((message) =>
            client.publish({
              destination: `/app/board.${board}`,
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify(message),
            }),
          ),
        );
        client.subscribe(`/topic/board.${board}`, ({ body }) => take(JSON.parse(body)), {
          receipt: 'board',
        });
      },
    });
    client.activate();
  });
}
