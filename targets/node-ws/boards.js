import { frames } from './frames.js';
import { History, keepsHistory } from './history.js';
import { Sampler } from './sampling.js';

/**
 * @typedef {object} Board
 * @property {Set<import('./member.js').Member>} members
 * @property {Sampler} sampler
 * @property {History} [history] where one is kept
 */

/** Who is on which board. A board exists while it has members. */
export class Boards {
  /** @type {Map<string, Board>} */
  #boards = new Map();

  /** From the return on, every message published to the board reaches the member. */
  join(boardId, member) {
    const board = this.#boards.get(boardId);
    if (board) {
      board.members.add(member);
    } else {
      this.#boards.set(boardId, {
        members: new Set([member]),
        sampler: new Sampler(),
        history: keepsHistory ? new History() : undefined,
      });
    }
  }

  leave(boardId, member) {
    const members = this.#boards.get(boardId)?.members;
    members?.delete(member);
    if (members?.size === 0) {
      this.#boards.delete(boardId);
    }
  }

  /** What was published to the board so far, as JSON; undefined where none is kept. */
  historyOf(boardId) {
    return this.#boards.get(boardId)?.history?.toJson();
  }

  /** @param {Buffer} text what the sender sent; every member gets these bytes */
  publish(boardId, text) {
    const board = this.#boards.get(boardId);
    if (!board?.sampler.takes()) {
      return;
    }
    board.history?.add(text);
    const made = frames.once(text);
    for (const member of board.members) {
      member.sendPublished(made);
    }
  }
}
