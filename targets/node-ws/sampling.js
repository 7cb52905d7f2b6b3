/** How many messages a second a board publishes; what comes beyond is left out. */
const SAMPLING = process.env.SAMPLING ?? 'none';

const MESSAGES_PER_S = SAMPLING === 'none' ? Infinity : Number(SAMPLING);
const BURST_MS = 1_000;

if (!(MESSAGES_PER_S > 0)) {
  throw new Error(`SAMPLING must be none or a number, was ${SAMPLING}`);
}

/** Of one board: what a second may bring passes at once, and then one message each time it is due. */
export class Sampler {
  #paidUntilMs = 0;

  /** Whether a message that comes now is published. */
  takes() {
    if (MESSAGES_PER_S === Infinity) {
      return true;
    }
    const nowMs = performance.now();
    const nextMs = Math.max(this.#paidUntilMs, nowMs) + 1_000 / MESSAGES_PER_S;
    if (nextMs - nowMs > BURST_MS) {
      return false;
    }
    this.#paidUntilMs = nextMs;
    return true;
  }
}
