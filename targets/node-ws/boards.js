import { frames } from './frames.js';
import { History, keepsHistory } from './history.js';

/** Who is on which board. A board exists while it has members. */
export class Boards {
  /** @type {Map<string, Set<import('./member.js').Member>>} */
  #membersByBoard = new Map();

  /** @type {Map<string, History>} of boards that have members; empty where none is kept */
  #historyByBoard = new Map();

  /** From the return on, every message published to the board reaches the member. */
  join(boardId, member) {
    const members = this.#membersByBoard.get(boardId);
    if (members) {
      members.add(member);
    } else {
      this.#membersByBoard.set(boardId, new Set([member]));
      if (keepsHistory) {
        this.#historyByBoard.set(boardId, new History());
      }
    }
  }

  leave(boardId, member) {
    const members = this.#membersByBoard.get(boardId);
    members?.delete(member);
    if (members?.size === 0) {
      this.#membersByBoard.delete(boardId);
      this.#historyByBoard.delete(boardId);
    }
  }

  /** What was published to the board so far, as JSON; undefined where none is kept. */
  historyOf(boardId) {
    return this.#historyByBoard.get(boardId)?.toJson();
  }

  /** @param {Buffer} text what the sender sent; every member gets these bytes */
  publish(boardId, text) {
    const members = this.#membersByBoard.get(boardId);
    if (!members) {
      return;
    }
    this.#historyByBoard.get(boardId)?.add(text);
    const made = frames.once(text);
    for (const member of members) {
      member.sendPublished(made);
    }
  }
}
