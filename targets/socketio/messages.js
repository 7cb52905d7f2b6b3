/** What the contract does not allow; its message is the reason that the sender is told. */
export class BadMessage extends Error {}

/**
 * @param {unknown} message what came with a `stroke`
 * @returns {{ boardId: string }}
 * @throws {BadMessage}
 */
export function checkStroke(message) {
  if (message === null || typeof message !== 'object' || Array.isArray(message)) {
    throw new BadMessage('not a JSON object');
  }
  if (typeof message.boardId !== 'string') {
    throw new BadMessage('boardId is missing');
  }
  return message;
}

/**
 * @param {unknown} user what came with a `join`
 * @returns {{ boardId: string, userId: string }}
 * @throws {BadMessage}
 */
export function checkJoin(user) {
  checkStroke(user);
  if (typeof user.userId !== 'string') {
    throw new BadMessage('userId is missing');
  }
  return user;
}
