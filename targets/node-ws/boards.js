import { frames } from './frames.js';
import { Sampler } from './sampling.js';

/** Who is on which board. A board exists while it has members. */
export class Boards {
  /** @type {Map<string, { members: Set<import('./member.js').Member>, sampler: Sampler }>} */
  #boards = new Map();

  /** From the return on, every message published to the board reaches the member. */
  join(boardId, member) {
    const board = this.#boards.get(boardId);
    if (board) {
      board.members.add(member);
    } else {
      this.#boards.set(boardId, { members: new Set([member]), sampler: new Sampler() });
    }
  }

  leave(boardId, member) {
    const members = this.#boards.get(boardId)?.members;
    members?.delete(member);
    if (members?.size === 0) {
      this.#boards.delete(boardId);
    }
  }

  /** @param {Buffer} text what the sender sent; every member gets these bytes */
  publish(boardId, text) {
    const board = this.#boards.get(boardId);
    if (!board?.sampler.takes()) {
      return;
    }
    const made = frames.once(text);
    for (const member of board.members) {
      member.sendPublished(made);
    }
  }
}
