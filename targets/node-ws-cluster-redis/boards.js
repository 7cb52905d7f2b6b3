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
  #redis;

  constructor(redis) {
    this.#redis = redis;
  }

  /** @param {import('./redis.js').Redis} redis */
  static async open(redis) {
    return new Boards(redis);
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
  publish(boardId, text) {
    return this.#redis.publish(`board:${boardId}`, text);
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
      await this.#redis.subscribe(board.channel, board.deliver);
    } else if (!wanted && board.subscribed) {
      await this.#redis.unsubscribe(board.channel, board.deliver);
    }
    board.subscribed = wanted;
    if (!wanted && board.members.size === 0 && this.#boards.get(boardId) === board) {
      this.#boards.delete(boardId);
    }
  }
}
