import { BadMessage, parseMessage } from './messages.js';

const HOST = process.env.HOST ?? '127.0.0.1';
const PORT = Number(process.env.PORT ?? 8080);
const MAX_MESSAGE_BYTES = 64 * 1024;

/** What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
const MAX_UNREAD_BYTES = 1024 * 1024;
const IDLE_TIMEOUT_S = 60;
const STOP_GRACE_MS = 2_000;

const server = Bun.serve({
  hostname: HOST,
  port: PORT,
  fetch(request, self) {
    // A request without a Host header, which HTTP/1.0 allows, has a path in the place of a URL.
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/ws' && self.upgrade(request)) {
      return undefined;
    }
    return new Response(null, { status: pathname === '/health' ? 200 : 404 });
  },
  websocket: {
    maxPayloadLength: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    backpressureLimit: MAX_UNREAD_BYTES,
    closeOnBackpressureLimit: true,
    idleTimeout: IDLE_TIMEOUT_S,
    sendPings: true,
    message(socket, data) {
      try {
        handle(socket, parseMessage(data), data);
      } catch (error) {
        if (!(error instanceof BadMessage)) {
          throw error;
        }
        socket.send(JSON.stringify({ type: 'error', reason: error.message }));
      }
    },
  },
});

function handle(socket, { type, boardId, userId }, text) {
  if (type === 'join') {
    socket.subscribe(boardId);
    socket.send(JSON.stringify({ type: 'joined', boardId, userId }));
  } else {
    // To the sender too, when it is a member: `socket.publish` would leave it out.
    server.publish(boardId, text);
  }
}

function stop() {
  setTimeout(() => process.exit(0), STOP_GRACE_MS).unref();
  server.stop(true);
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
console.log(`listening on ${HOST}:${server.port}`);
