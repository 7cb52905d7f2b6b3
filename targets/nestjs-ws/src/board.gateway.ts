import type { OnApplicationShutdown } from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  SubscribeMessage,
  WebSocketGateway,
} from '@nestjs/websockets';
import type { WebSocket } from 'ws';
import { Boards } from './boards.js';
import { UNREADABLE } from './frame.js';
import { answered, BadMessage, checkJoin, checkStroke } from './messages.js';

const MAX_MESSAGE_BYTES = 64 * 1024;
const PING_INTERVAL_MS = 30_000;

@WebSocketGateway({ path: '/ws', maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false })
export class BoardGateway
  implements OnGatewayConnection<WebSocket>, OnGatewayDisconnect<WebSocket>, OnApplicationShutdown
{
  readonly #boards = new Boards();

  /** Whether each has answered the last ping. */
  readonly #alive = new Map<WebSocket, boolean>();

  readonly #pings = setInterval(() => this.#ping(), PING_INTERVAL_MS);

  handleConnection(socket: WebSocket): void {
    this.#alive.set(socket, true);
    socket.on('pong', () => this.#alive.set(socket, true));
    // A reset, a frame over the limit, invalid UTF-8: ws closes the connection itself.
    socket.on('error', () => {});
  }

  handleDisconnect(socket: WebSocket): void {
    this.#alive.delete(socket);
    this.#boards.leave(socket);
  }

  @SubscribeMessage('join')
  join(@ConnectedSocket() socket: any, @MessageBody() data: unknown) {
    return answered(() => {
      const { boardId, userId } = checkJoin(data);
      this.#boards.join(boardId, socket);
      return { event: 'joined', data: { type: 'joined', boardId, userId } };
    });
  }

  @SubscribeMessage('stroke')
  stroke(@MessageBody() data: unknown) {
    return answered(() => {
      const { boardId } = checkStroke(data);
      // Written once for all members.
      this.#boards.publish(boardId, Buffer.from(JSON.stringify({ event: 'stroke', data })));
    });
  }

  @SubscribeMessage(UNREADABLE)
  unreadable(@MessageBody() reason: string) {
    return answered(() => {
      throw new BadMessage(reason);
    });
  }

  onApplicationShutdown(): void {
    clearInterval(this.#pings);
  }

  /** Cuts a peer that has not answered the previous ping, and pings again. */
  #ping(): void {
    for (const [socket, isAlive] of this.#alive) {
      if (!isAlive) {
        socket.terminate();
        continue;
      }
      this.#alive.set(socket, false);
      socket.ping();
    }
  }
}
