import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { serve } from './connection.js';
import { Redis } from './redis.js';
import { BoardsOfStyle } from './style.js';

const HOST = process.env.HOST ?? '127.0.0.1';
const PORT = Number(process.env.PORT ?? 8080);
const WORKERS = Number(process.env.WORKERS);
const REDIS_URL = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';
const MAX_MESSAGE_BYTES = 64 * 1024;
const PING_INTERVAL_MS = 30_000;
const STOP_GRACE_MS = 2_000;

const redis = await Redis.connect(REDIS_URL);
const boards = await BoardsOfStyle.open(redis);
await redis.announce();
const members = new Set();
let isStopping = false;

const http = createServer(async (request, response) => {
  response.writeHead(request.url === '/health' ? await health() : 404).end();
});
const sockets = new WebSocketServer({
  server: http,
  path: '/ws',
  maxPayload: MAX_MESSAGE_BYTES,
  perMessageDeflate: false,
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

/** Ready when all workers are, so that the first connections spread over all of them. */
async function health() {
  try {
    return (await redis.workers()) >= WORKERS ? 200 : 503;
  } catch {
    return 503;
  }
}

/** Once, however often it is told: the primary, a terminal and systemd each tell every worker. */
function stop() {
  if (isStopping) {
    return;
  }
  isStopping = true;
  clearInterval(pings);
  for (const socket of sockets.clients) {
    socket.close(1001, 'server is stopping');
  }
  const cut = setTimeout(() => {
    for (const socket of sockets.clients) {
      socket.terminate();
    }
  }, STOP_GRACE_MS);
  http.close(() => {
    clearTimeout(cut);
    redis.close();
    process.disconnect();
  });
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
http.listen(PORT, HOST);
