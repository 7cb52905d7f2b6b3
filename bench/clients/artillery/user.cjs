'use strict';

const { Stroke } = require('../stroke.cjs');

/** One connection on one board, which sends on a schedule of its own and parses all that it gets. */
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
  constructor(number, phaseMs, course) {
    this.#course = course;
    this.#board = number % course.members.length;
    this.#phaseMs = phaseMs;
    this.#userId = `u${number}`;
    this.#stroke = new Stroke(`b${this.#board}`, this.#userId, course.payload);
  }

  live(socket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#received(JSON.parse(data)));
    socket.on('error', () => {}); // close follows, and counts
    socket.on('close', () => this.#closed());
    socket.send(JSON.stringify({ type: 'join', boardId: `b${this.#board}`, userId: this.#userId }));
  }

  #received(message) {
    if (message.type === 'joined') {
      this.#join();
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

  #join() {
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

  #closed() {
    if (this.#joined && !this.#course.ending) {
      this.#course.members[this.#board]--;
      this.#course.counts.disconnects++;
    }
    this.#joined = false;
  }
}

module.exports = { User };
