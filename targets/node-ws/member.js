import { WebSocket } from 'ws';
import { send } from './style.js';

/** One connection. */
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
    if (this.#socket.readyState === WebSocket.OPEN) {
      send(this.#socket, text);
    }
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
