import { WebSocket } from 'ws';

/** What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
const MAX_UNREAD_BYTES = 1024 * 1024;

/** One connection. Sending never waits, so that a slow reader costs nobody but itself. */
export class Member {
  #socket;
  #alive = true;

  /** @param {WebSocket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on('pong', () => {
      this.#alive = true;
    });
  }

  /** @param {Buffer | string} text */
  send(text) {
    if (this.#socket.readyState !== WebSocket.OPEN) {
      return;
    }
    if (this.#socket.bufferedAmount > MAX_UNREAD_BYTES) {
      console.warn(`cut a slow reader: ${this.#socket.bufferedAmount} bytes unread`);
      this.#socket.terminate();
      return;
    }
    this.#socket.send(text, { binary: false });
  }

  /** @param {string} reason */
  sendError(reason) {
    this.send(JSON.stringify({ type: 'error', reason }));
  }

  /** Cuts a peer that has not answered the previous ping, and pings again. */
  checkAlive() {
    if (!this.#alive) {
      this.#socket.terminate();
      return;
    }
    this.#alive = false;
    this.#socket.ping();
  }
}
