import { WebSocket } from 'ws';
import { frames } from './frames.js';
import { takes } from './style.js';

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

  /** @param {string} text */
  send(text) {
    if (this.#takes()) {
      this.#socket.send(text);
    }
  }

  /** @param {unknown} made what `frames.once` has made of a text */
  sendPublished(made) {
    if (this.#takes()) {
      frames.send(this.#socket, made);
    }
  }

  #takes() {
    return this.#socket.readyState === WebSocket.OPEN && takes(this.#socket);
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
