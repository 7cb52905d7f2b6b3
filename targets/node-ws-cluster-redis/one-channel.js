/** All messages of all boards go through this channel. */
const CHANNEL = 'messages';

/**
 * The boards of this worker's members, where every message goes to every worker: each reads it once
 * more to find out whose it is, and sends it to the members of that board that it has.
 */
export class OneChannel {
  /** @type {Map<string, Set<import('./member.js').Member>>} */
  #membersByBoard = new Map();
  #redis;

  constructor(redis) {
    this.#redis = redis;
  }

  /** @param {import('./redis.js').Redis} redis */
  static async open(redis) {
    const boards = new OneChannel(redis);
    await redis.subscribe(CHANNEL, (text) => boards.#deliver(text));
    return boards;
  }

  /** From the resolution on, every message published to the board reaches the member. */
  async join(boardId, member) {
    const members = this.#membersByBoard.get(boardId);
    if (members) {
      members.add(member);
    } else {
      this.#membersByBoard.set(boardId, new Set([member]));
    }
  }

  async leave(boardId, member) {
    const members = this.#membersByBoard.get(boardId);
    members?.delete(member);
    if (members?.size === 0) {
      this.#membersByBoard.delete(boardId);
    }
  }

  /** Resolves once Redis has taken the text; calls made in order arrive in order. */
  publish(boardId, text) {
    return this.#redis.publish(CHANNEL, text);
  }

  /** @param {Buffer} text */
  #deliver(text) {
    const { boardId } = JSON.parse(text);
    for (const member of this.#membersByBoard.get(boardId) ?? []) {
      member.send(text);
    }
  }
}
