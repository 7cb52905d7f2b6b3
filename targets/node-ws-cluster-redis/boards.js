import { createClient } from '@redis/client';

/** Every worker listens to this channel; how many do is how many are ready. */
const WORKERS_CHANNEL = 'workers';

/** Publishes that may wait for Redis in one worker before further ones are refused. */
const MAX_WAITING_PUBLISHES = 10_000;

/** One board as this worker sees it; `settled` ends when the changes asked for so far are done. */
class Board {
  /** @type {Set<import('./member.js').Member>} */
  members = new Set();
  subscribed = false;
  settled = Promise.resolve();
  channel;

  constructor(boardId) {
    this.channel = `board:${boardId}`;
  }

  /** @param {Buffer} text */
  deliver = (text) => {
    for (const member of this.members) {
      member.send(text);
    }
  };
}

/**
 * The boards of this worker's members. A message goes to Redis, and from there to the members of
 * every worker, this one included, so that each gets it once. A worker is subscribed to a board's
 * channel while it has members on it.
 */
export class Boards {
  /** @type {Map<string, Board>} */
  #boards = new Map();
  #publisher;
  #subscriber;

  constructor(publisher, subscriber) {
    this.#publisher = publisher;
    this.#subscriber = subscriber;
  }

  /** @param {string} url of the Redis server */
  static async connect(url) {
    const publisher = createClient({
      url,
      disableOfflineQueue: true,
      commandsQueueMaxLength: MAX_WAITING_PUBLISHES,
    });
    const subscriber = createClient({ url });
    for (const client of [publisher, subscriber]) {
      client.on('error', (error) => console.error(`Redis: ${error.message}`));
      await client.connect();
    }
    await subscriber.subscribe(WORKERS_CHANNEL, () => {});
    return new Boards(publisher, subscriber);
  }

  /** From the resolution on, every message published to the board reaches the member. */
  async join(boardId, member) {
    let board = this.#boards.get(boardId);
    if (!board) {
      board = new Board(boardId);
      this.#boards.set(boardId, board);
    }
    board.members.add(member);
    await this.#settle(boardId, board);
  }

  async leave(boardId, member) {
    const board = this.#boards.get(boardId);
    if (board?.members.delete(member) && board.members.size === 0) {
      await this.#settle(boardId, board);
    }
  }

  /** Resolves once Redis has taken the text; calls made in order arrive in order. */
  async publish(boardId, text) {
    await this.#publisher.publish(`board:${boardId}`, text);
  }

  /** How many workers are ready for members. */
  async workers() {
    const subscribers = await this.#publisher.pubSubNumSub([WORKERS_CHANNEL]);
    return subscribers[WORKERS_CHANNEL];
  }

  close() {
    this.#subscriber.destroy();
    this.#publisher.destroy();
  }

  /** Brings the subscription in line with the membership, one change of a board at a time. */
  #settle(boardId, board) {
    const step = () => this.#followMembers(boardId, board);
    board.settled = board.settled.then(step, step);
    return board.settled;
  }

  async #followMembers(boardId, board) {
    const wanted = board.members.size > 0;
    if (wanted && !board.subscribed) {
      await this.#subscriber.subscribe(board.channel, board.deliver, true);
    } else if (!wanted && board.subscribed) {
      await this.#subscriber.unsubscribe(board.channel, board.deliver, true);
    }
    board.subscribed = wanted;
    if (!wanted && board.members.size === 0 && this.#boards.get(boardId) === board) {
      this.#boards.delete(boardId);
    }
  }
}
