import { Boards } from './boards.js';
import { OneChannel } from './one-channel.js';
import { OneStream } from './one-stream.js';
import { ShardedBoards } from './sharded-boards.js';

/** What one connection may leave unread before it is cut: some 3,000 strokes of 300 bytes. */
const MAX_UNREAD_BYTES = 1024 * 1024;

const BOARDS_BY_CHANNELS = {
  board: Boards,
  sharded: ShardedBoards,
  one: OneChannel,
  streams: OneStream,
};

const SEND_BY_UNREAD = {
  bounded(socket, text) {
    if (socket.bufferedAmount > MAX_UNREAD_BYTES) {
      console.warn(`cut a slow reader: ${socket.bufferedAmount} bytes unread`);
      socket.terminate();
      return;
    }
    socket.send(text, { binary: false });
  },

  /** As the README of ws broadcasts: what a reader leaves unread stays in memory, without bound. */
  unbounded(socket, text) {
    socket.send(text, { binary: false });
  },
};

/** The choices in which a plain server differs from one for production. */
const CHOICES_BY_STYLE = {
  production: { CHANNELS: 'board', UNREAD: 'bounded' },
  plain: { CHANNELS: 'one', UNREAD: 'unbounded' },
};

const choices = pick(CHOICES_BY_STYLE, 'STYLE', process.env.STYLE ?? 'production');

/** How messages get from worker to worker. */
export const BoardsOfStyle = ofChoice(BOARDS_BY_CHANNELS, 'CHANNELS');

/**
 * Sends to a socket that is open, and never waits.
 *
 * @type {(socket: import('ws').WebSocket, text: Buffer | string) => void}
 */
export const send = ofChoice(SEND_BY_UNREAD, 'UNREAD');

function ofChoice(options, name) {
  const chosen = process.env[name] ?? 'style';
  return pick(options, name, chosen === 'style' ? choices[name] : chosen);
}

function pick(options, name, chosen) {
  if (!Object.hasOwn(options, chosen)) {
    throw new Error(`${name} must be one of ${Object.keys(options).join(', ')}, was ${chosen}`);
  }
  return options[chosen];
}
