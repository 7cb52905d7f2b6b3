import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { WsAdapter } from '@nestjs/platform-ws';
import { AppModule } from './app.module.js';
import { parseFrame } from './frame.js';

const HOST = process.env.HOST ?? '127.0.0.1';
const PORT = Number(process.env.PORT ?? 8080);
const STOP_GRACE_MS = 2_000;

const app = await NestFactory.create(AppModule, { logger: ['warn', 'error'] });
app.useWebSocketAdapter(new WsAdapter(app, { messageParser: parseFrame }));

function stop(): void {
  setTimeout(() => process.exit(0), STOP_GRACE_MS).unref();
  void app.close().then(() => process.exit(0));
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
await app.listen(PORT, HOST);
console.log(`listening on ${HOST}:${PORT}`);
