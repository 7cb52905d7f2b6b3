/** The events that this server handles; `unreadable` is what a frame becomes that is none of the others. */
export const UNREADABLE = 'unreadable';

const EVENTS = new Set(['join', 'stroke']);

export interface Message {
  event: string;
  data: unknown;
}

/**
 * What a frame asks for. By itself the adapter passes over in silence what it cannot read; a sender is to hear of it here.
 *
 * @param data text as a string, binary as a buffer
 */
export function parseFrame(data: unknown): Message {
  if (typeof data !== 'string') {
    return unreadable('binary frames are not allowed');
  }
  const message = parseJson(data);
  if (message === undefined) {
    return unreadable('malformed JSON');
  }
  return isMessage(message) ? message : unreadable('unknown event');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMessage(value: unknown): value is Message {
  return (
    value !== null &&
    typeof value === 'object' &&
    'event' in value &&
    typeof value.event === 'string' &&
    EVENTS.has(value.event)
  );
}

function unreadable(reason: string): Message {
  return { event: UNREADABLE, data: reason };
}
