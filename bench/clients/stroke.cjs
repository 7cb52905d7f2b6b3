'use strict';

const POINT = '[100,100],'.length;
const END = '"}'.length;

/** The messages of one user, all of the same size: what the clients of Node have in common. */
class Stroke {
  #fields;
  #bytes;

  constructor(boardId, userId, bytes) {
    this.#bytes = bytes;
    this.#fields = { type: 'stroke', boardId, userId };
    // As many points as leave room for the longest number and time.
    const room = bytes - this.#json(99_999_999, 9_999_999_999_999.999, [], '').length;
    const points = [];
    for (let point = 0; (point + 1) * POINT <= room; point++) {
      points.push([100 + ((7 * point) % 900), 100 + ((5 * point) % 900)]);
    }
    this.points = points;
  }

  /** The message with that number, which is sent now. */
  text(seq, sentMs) {
    const bare = this.#json(seq, Math.round(sentMs * 1000) / 1000, this.points, '');
    const pad = 'x'.repeat(Math.max(0, this.#bytes - bare.length));
    return bare.slice(0, -END) + pad + bare.slice(-END);
  }

  #json(seq, sentMs, points, pad) {
    return JSON.stringify({ ...this.#fields, seq, sentMs, points, color: '#1f77b4', width: 3, pad });
  }
}

module.exports = { Stroke };
