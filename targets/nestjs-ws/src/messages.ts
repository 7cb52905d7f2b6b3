/** What the contract does not allow; its message is the reason that the sender is told. */
export class BadMessage extends Error {}

export interface Stroke {
  boardId: string;
}

export interface User extends Stroke {
  userId: string;
}

/** @throws {BadMessage} when `data` is no object with a board */
export function checkStroke(data: unknown): Stroke {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) {
    throw new BadMessage('not a JSON object');
  }
  if (!('boardId' in data) || typeof data.boardId !== 'string') {
    throw new BadMessage('boardId is missing');
  }
  return data as Stroke;
}

/** @throws {BadMessage} when `data` does not say who joins which board */
export function checkJoin(data: unknown): User {
  const stroke = checkStroke(data);
  if (!('userId' in stroke) || typeof stroke.userId !== 'string') {
    throw new BadMessage('userId is missing');
  }
  return stroke as User;
}

/** @returns what `action` returns, or the error that the sender is told */
export function answered<T>(action: () => T): T | { event: 'error'; data: BoardError } {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof BadMessage)) {
      throw error;
    }
    return { event: 'error', data: { type: 'error', reason: error.message } };
  }
}

export interface BoardError {
  type: 'error';
  reason: string;
}
