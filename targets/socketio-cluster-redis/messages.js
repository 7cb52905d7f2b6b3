/** What the contract does not allow; its message is the reason that the sender is told. */
export class BadMessage extends Error {}

/**
 * Levels of arrays and objects in a message. Parsing has no limit of depth; writing again has that of the stack, and the
 * adapters write where nobody can tell the sender.
 */
const MAX_DEPTH = 500;

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
  if (isDeeperThan(MAX_DEPTH, message)) {
    throw new BadMessage('nested too deeply');
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

function isDeeperThan(levels, value) {
  if (value === null || typeof value !== 'object') {
    return false;
  }
  if (levels === 0) {
    return true;
  }
  for (const key in value) {
    if (isDeeperThan(levels - 1, value[key])) {
      return true;
    }
  }
  return false;
}
