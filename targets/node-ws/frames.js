import { Sender } from 'ws';

const OF_A_TEXT = { fin: true, rsv1: false, opcode: 1, mask: false, readOnly: true };

/**
 * What is made of a published text once for all members, and how each of them is sent it.
 */
const FRAMES = {
  /** ws makes a frame for each member; the payload is the buffer that was received. */
  each: {
    once: (text) => text,
    send: (socket, text) => socket.send(text, { binary: false }),
  },

  /** One frame in one buffer for all. What ws sends it by is no public method of a socket. */
  shared: {
    once: (text) => [Buffer.concat(Sender.frame(text, OF_A_TEXT))],
    send: (socket, frame) => socket._sender.sendFrame(frame),
  },

  /** As a string, of which ws makes bytes again for each member. */
  text: {
    once: (text) => text.toString(),
    send: (socket, text) => socket.send(text),
  },
};

const CHOSEN = process.env.FRAMES ?? 'each';

if (!FRAMES[CHOSEN]) {
  throw new Error(`FRAMES must be one of ${Object.keys(FRAMES).join(', ')}, was ${CHOSEN}`);
}

/**
 * @type {{ once: (text: Buffer) => unknown, send: (socket: import('ws').WebSocket, made: unknown) => void }}
 */
export const frames = FRAMES[CHOSEN];
