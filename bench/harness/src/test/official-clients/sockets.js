import { WebSocket } from 'ws';

/**
 * A WebSocket that speaks JSON: sends `joining`, and resolves once `isJoined` of what came in.
 *
 * @param {(message: any) => void} take gets all that comes in
 */
export function joined(url, joining, isJoined, take) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on('error', reject);
    socket.on('close', (code, reason) => reject(new Error(`closed: ${code} ${reason}`)));
    socket.on('open', () => socket.send(JSON.stringify(joining)));
    socket.on('message', (data) => {
      const message = JSON.parse(data);
      if (isJoined(message)) {
        resolve(socket);
      } else {
        take(message);
      }
    });
  });
}
