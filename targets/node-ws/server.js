import './native.js';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { Boards } from './boards.js';
import { perMessageDeflate } from './compression.js';
import { serve } from './connection.js';

const HOST = process.env.HOST ?? '127.0.0.1';
const PORT = Number(process.env.PORT ?? 8080);
const MAX_MESSAGE_BYTES = 64 * 1024;
const PING_INTERVAL_MS = 30_000;
const STOP_GRACE_MS = 2_000;
/** Who comes when there are as many is refused; 0 refuses nobody. */
const MAX_CONNECTIONS = Number(process.env.CONNECTIONS ?? 0);

const boards = new Boards();
const members = new Set();

const http = createServer((request, response) => {
  response.writeHead(request.url === '/health' ? 200 : 404).end();
});
const sockets = new WebSocketServer({
  server: http,
  path: '/ws',
  maxPayload: MAX_MESSAGE_BYTES,
  perMessageDeflate,
  verifyClient: MAX_CONNECTIONS === 0 ? null : refuseWhenFull,
});

sockets.on('connection', (socket) => {
  const member = serve(socket, boards);
  members.add(member);
  socket.on('close', () => members.delete(member));
});

const pings = setInterval(() => {
  for (const member of members) {
    member.checkAlive();
  }
}, PING_INTERVAL_MS);

function refuseWhenFull(request, answer) {
  const isFull = sockets.clients.size >= MAX_CONNECTIONS;
  answer(!isFull, 503, 'as many connections as this server takes');
}

function stop() {
  clearInterval(pings);
  http.close();
  for (const socket of sockets.clients) {
    socket.close(1001, 'server is stopping');
  }
  setTimeout(() => {
    for (const socket of sockets.clients) {
      socket.terminate();
    }
  }, STOP_GRACE_MS).unref();
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
http.listen(PORT, HOST, () => console.log(`listening on ${HOST}:${PORT}`));
