import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { connectWorkers } from './adapters.js';
import { serve } from './connection.js';

const HOST = process.env.HOST ?? '127.0.0.1';
const PORT = Number(process.env.PORT ?? 8080);
const WORKERS = Number(process.env.WORKERS);
const ADAPTER = process.env.ADAPTER ?? 'sharded';
const REDIS_URL = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';
const MAX_MESSAGE_BYTES = 64 * 1024;
const STOP_GRACE_MS = 2_000;
let isStopping = false;

const workers = await connectWorkers(ADAPTER, REDIS_URL);
const http = createServer(async (request, response) => {
  response.writeHead(request.url === '/health' ? await health() : 404).end();
});
const io = new Server(http, {
  transports: ['websocket'],
  maxHttpBufferSize: MAX_MESSAGE_BYTES,
  perMessageDeflate: false,
  serveClient: false,
  adapter: workers.adapter,
});

io.on('connection', (socket) => serve(socket, io, workers));

/** Ready when all workers are, so that the first connections spread over all of them. */
async function health() {
  try {
    return (await workers.count()) >= WORKERS ? 200 : 503;
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
  io.close(() => process.exit(0));
  setTimeout(() => process.exit(0), STOP_GRACE_MS).unref();
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
await workers.begin(io);
http.listen(PORT, HOST);
