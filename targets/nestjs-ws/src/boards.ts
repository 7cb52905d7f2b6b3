import type { WebSocket } from 'ws';

/** What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
const MAX_UNREAD_BYTES = 1024 * 1024;

/** Who is on which board, since the adapter has no rooms. A board exists while it has members. */
export class Boards {
  readonly #membersByBoard = new Map<string, Set<WebSocket>>();
  readonly #boardsByMember = new WeakMap<WebSocket, Set<string>>();

  /** From the return on, every message published to the board reaches the member. */
  join(boardId: string, member: WebSocket): void {
    const members = this.#membersByBoard.get(boardId) ?? new Set();
    this.#membersByBoard.set(boardId, members.add(member));
    const boards = this.#boardsByMember.get(member) ?? new Set();
    this.#boardsByMember.set(member, boards.add(boardId));
  }

  /** Takes it off all its boards. */
  leave(member: WebSocket): void {
    for (const boardId of this.#boardsByMember.get(member) ?? []) {
      const members = this.#membersByBoard.get(boardId);
      members?.delete(member);
      if (members?.size === 0) {
        this.#membersByBoard.delete(boardId);
      }
    }
  }

  /** Never waits: who leaves too much unread is cut. */
  publish(boardId: string, text: Buffer): void {
    for (const member of this.#membersByBoard.get(boardId) ?? []) {
      if (member.readyState !== member.OPEN) {
        continue;
      }
      if (member.bufferedAmount > MAX_UNREAD_BYTES) {
        console.warn(`cut a slow reader: ${member.bufferedAmount} bytes unread`);
        member.terminate();
      } else {
        member.send(text, { binary: false });
      }
    }
  }
}
