import { LocalBoards } from './local-boards.js';

/** All messages of all boards go through this channel. */
const CHANNEL = 'messages';

/**
 * Every worker is subscribed to one channel: each reads every message once more to find out whose it
 * is, and sends it to the members of that board that it has.
 */
export class OneChannel extends LocalBoards {
  #redis;

  constructor(redis) {
    super();
    this.#redis = redis;
  }

  /** @param {import('./redis.js').Redis} redis */
  static async open(redis) {
    const boards = new OneChannel(redis);
    await redis.subscribe(CHANNEL, (text) => boards.deliver(JSON.parse(text).boardId, text));
    return boards;
  }

  /** Resolves once Redis has taken the text; calls made in order arrive in order. */
  publish(boardId, text) {
    return this.#redis.publish(CHANNEL, text);
  }
}
