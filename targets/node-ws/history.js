/** How many bytes of its last messages a board keeps for newcomers; 0 keeps none. */
const MOST_BYTES = Number(process.env.HISTORY ?? 0);

/** Whether boards keep anything at all. */
export const keepsHistory = MOST_BYTES > 0;

/** The last messages of a board, as many as fit. */
export class History {
  /** @type {Buffer[]} */
  #texts = [];
  #first = 0;
  #bytes = 0;

  /** @param {Buffer} text is copied, for it may be a part of a larger buffer */
  add(text) {
    this.#texts.push(Buffer.from(text));
    this.#bytes += text.length;
    while (this.#bytes > MOST_BYTES) {
      this.#bytes -= this.#texts[this.#first].length;
      this.#texts[this.#first] = undefined;
      this.#first++;
    }
    // So that what is dropped costs the same however much is kept.
    if (2 * this.#first > this.#texts.length) {
      this.#texts = this.#texts.slice(this.#first);
      this.#first = 0;
    }
  }

  /** A JSON array of them, the oldest first. */
  toJson() {
    return `[${this.#texts.slice(this.#first).join(',')}]`;
  }
}
