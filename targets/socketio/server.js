import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { serve } from './connection.js';

const HOST = process.env.HOST ?? '127.0.0.1';
const PORT = Number(process.env.PORT ?? 8080);
const MAX_MESSAGE_BYTES = 64 * 1024;
const STOP_GRACE_MS = 2_000;

const http = createServer((request, response) => {
  response.writeHead(request.url === '/health' ? 200 : 404).end();
});
const io = new Server(http, {
  transports: ['websocket'],
  maxHttpBufferSize: MAX_MESSAGE_BYTES,
  perMessageDeflate: false,
  serveClient: false,
});

io.on('connection', (socket) => serve(socket, io));

function stop() {
  io.close();
  setTimeout(() => process.exit(0), STOP_GRACE_MS).unref();
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
http.listen(PORT, HOST, () => console.log(`listening on ${HOST}:${PORT}`));
