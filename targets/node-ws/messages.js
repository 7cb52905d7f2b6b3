/** A frame that the contract does not allow; its message is the reason that the sender is told. */
export class BadMessage extends Error {}

/**
 * What a frame asks for: its `type`, its `boardId` and, when it joins, its `userId`.
 *
 * @param {Buffer} data the frame's payload
 * @param {boolean} isBinary
 * @returns {{ type?: unknown, boardId: string, userId?: string }}
 * @throws {BadMessage}
 */
export function parseMessage(data, isBinary) {
  if (isBinary) {
    throw new BadMessage('binary frames are not allowed');
  }
  const message = parseJson(data);
  if (message === null || typeof message !== 'object' || Array.isArray(message)) {
    throw new BadMessage('not a JSON object');
  }
  if (typeof message.boardId !== 'string') {
    throw new BadMessage('boardId is missing');
  }
  if (message.type === 'join' && typeof message.userId !== 'string') {
    throw new BadMessage('userId is missing');
  }
  return message;
}

function parseJson(data) {
  try {
    return JSON.parse(data);
  } catch {
    throw new BadMessage('malformed JSON');
  }
}
