import { frames } from './frames.js';

/** Who is on which board. A board exists while it has members. */
export class Boards {
  /** @type {Map<string, Set<import('./member.js').Member>>} */
  #membersByBoard = new Map();

  /** From the return on, every message published to the board reaches the member. */
  join(boardId, member) {
    const members = this.#membersByBoard.get(boardId);
    if (members) {
      members.add(member);
    } else {
      this.#membersByBoard.set(boardId, new Set([member]));
    }
  }

  leave(boardId, member) {
    const members = this.#membersByBoard.get(boardId);
    members?.delete(member);
    if (members?.size === 0) {
      this.#membersByBoard.delete(boardId);
    }
  }

  /** @param {Buffer} text what the sender sent; every member gets these bytes */
  publish(boardId, text) {
    const members = this.#membersByBoard.get(boardId);
    if (!members) {
      return;
    }
    const made = frames.once(text);
    for (const member of members) {
      member.sendPublished(made);
    }
  }
}
