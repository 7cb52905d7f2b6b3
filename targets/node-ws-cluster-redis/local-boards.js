/** The boards of this worker's members, where every message comes to every worker. */
export class LocalBoards {
  /** @type {Map<string, Set<import('./member.js').Member>>} */
  #membersByBoard = new Map();

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

  /** @param {Buffer} text */
  deliver(boardId, text) {
    for (const member of this.#membersByBoard.get(boardId) ?? []) {
      member.send(text);
    }
  }
}
