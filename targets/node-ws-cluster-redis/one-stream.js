import { LocalBoards } from './local-boards.js';

/** All messages of all boards are appended to this stream. */
const STREAM = 'messages';

/**
 * What Redis keeps, and so how far a worker may be behind without missing anything; a little more,
 * because it is told to trim roughly.
 */
const MAX_ENTRIES = 10_000;

/**
 * Every worker reads all of one stream. It knows how far it has read: so it misses nothing while it is
 * away from Redis for a moment, unless more than is kept comes up meanwhile.
 */
export class OneStream extends LocalBoards {
  #redis;

  constructor(redis) {
    super();
    this.#redis = redis;
  }

  /** @param {import('./redis.js').Redis} redis */
  static async open(redis) {
    const boards = new OneStream(redis);
    await redis.follow(STREAM, ({ board, text }) => boards.deliver(board.toString(), text));
    return boards;
  }

  /** Resolves once Redis has taken the text; calls made in order arrive in order. */
  publish(boardId, text) {
    return this.#redis.append(STREAM, { board: boardId, text }, MAX_ENTRIES);
  }
}
