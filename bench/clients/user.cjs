'use strict';

const { Stroke } = require('./stroke.cjs');

/**
 * One connection on one board, which sends on a schedule of its own and parses all that it gets: what the clients of Node have
 * in common.
 */
class User {
  #course;
  #board;
  #phaseMs;
  #stroke;
  #userId;
  #socket;
  #joined = false;
  #next = 0;

  /** phaseMs: of its schedule, whose message n is due at start + phase + n intervals whatever happened before. */
  constructor(number, board, phaseMs, course) {
    this.#course = course;
    this.#board = board;
    this.#phaseMs = phaseMs;
    this.#userId = `u${number}`;
    this.#stroke = new Stroke(`b${board}`, this.#userId, course.payload);
  }

  /** Takes the connection, open or not yet; refused is called when it ends before it has joined. */
  live(socket, refused = () => {}) {
    this.#socket = socket;
    socket.on('message', (data) => this.#received(JSON.parse(data)));
    socket.on('error', () => {}); // close follows, and counts
    socket.on('close', () => this.#closed(refused));
  }

  join() {
    this.#socket.send(JSON.stringify({ type: 'join', boardId: `b${this.#board}`, userId: this.#userId }));
  }

  leave() {
    this.#socket?.terminate();
  }

  #received(message) {
    if (message.type === 'joined') {
      this.#begin();
      return;
    }
    if (message.type !== 'stroke') {
      return;
    }
    const { counts, samples, holdStartMs, holdEndMs } = this.#course;
    counts.received_in_all++;
    if (message.sentMs >= holdStartMs && message.sentMs < holdEndMs) {
      counts.received++;
    }
    if (message.userId === this.#userId) {
      samples.push([message.sentMs, this.#course.now() - message.sentMs]);
    }
  }

  #begin() {
    this.#joined = true;
    this.#course.members[this.#board]++;
    this.#course.counts.connected++;
    const passedMs = this.#course.now() - this.#course.startMs - this.#phaseMs;
    this.#next = Math.max(0, Math.ceil(passedMs / this.#course.intervalMs));
    this.#schedule();
  }

  #schedule() {
    const dueMs = this.#course.startMs + this.#phaseMs + this.#next * this.#course.intervalMs;
    if (dueMs < this.#course.holdEndMs) {
      setTimeout(() => this.#send(), Math.max(0, dueMs - this.#course.now()));
    }
  }

  #send() {
    const { counts, members, holdStartMs, holdEndMs } = this.#course;
    if (!this.#joined || this.#course.ending) {
      return;
    }
    const sentMs = this.#course.now();
    this.#socket.send(this.#stroke.text(this.#next, sentMs));
    if (sentMs >= holdStartMs && sentMs < holdEndMs) {
      counts.sent++;
      counts.expected += members[this.#board];
    }
    this.#next++;
    this.#schedule();
  }

  #closed(refused) {
    const { counts, members, ending } = this.#course;
    if (ending) {
      return;
    }
    if (this.#joined) {
      this.#joined = false;
      members[this.#board]--;
      counts.disconnects++;
    } else {
      refused();
    }
  }
}

module.exports = { User };
