import {
  Ack,
  ConnectedSocket,
  MessageBody,
  type OnGatewayConnection,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
} from '@nestjs/websockets';
import { Server, Socket } from 'socket.io';
import { answered, checkJoin, checkStroke } from './messages.js';
import { cutWhenSlow } from './slow-reader.js';

const MAX_MESSAGE_BYTES = 64 * 1024;

@WebSocketGateway({
  transports: ['websocket'],
  maxHttpBufferSize: MAX_MESSAGE_BYTES,
  perMessageDeflate: false,
  serveClient: false,
})
export class BoardGateway implements OnGatewayConnection<Socket> {
  @WebSocketServer()
  private readonly server!: Server;

  handleConnection(socket: Socket): void {
    cutWhenSlow(socket.conn);
  }

  @SubscribeMessage('join')
  join(
    @ConnectedSocket() socket: Socket,
    @MessageBody() data: unknown,
    @Ack() acknowledge: ((answer: unknown) => void) | undefined,
  ) {
    const answer = answered(() => {
      const { boardId, userId } = checkJoin(data);
      void socket.join(boardId);
      return { type: 'joined', boardId, userId };
    });
    if (typeof acknowledge !== 'function') {
      return 'event' in answer ? answer : undefined;
    }
    acknowledge('event' in answer ? answer.data : answer);
    return undefined;
  }

  @SubscribeMessage('stroke')
  stroke(@MessageBody() data: unknown) {
    return answered(() => {
      // To the sender too, when it is a member: `socket.to` would leave it out.
      this.server.to(checkStroke(data).boardId).emit('stroke', data);
      return undefined;
    });
  }
}
