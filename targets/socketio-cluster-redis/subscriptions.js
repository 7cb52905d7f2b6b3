/**
 * What the adapter uses of the client that subscribes. The adapter waits neither for a subscription nor for its end. A board
 * that empties and fills again within a round trip would so stay unsubscribed for good: the client takes the new subscription
 * for one that it still has, and then hears that the old one has ended. Here the changes of a channel wait for one another,
 * and a join can wait for them.
 */
export class Subscriptions {
  /** @type {Map<string, Promise<void>>} the last change of each channel that has one under way */
  #changes = new Map();
  #client;

  /** @param {import('@redis/client').RedisClientType} client */
  constructor(client) {
    this.#client = client;
  }

  sSubscribe(channel, listener, asBuffers) {
    this.#change(channel, () => this.#client.sSubscribe(channel, listener, asBuffers));
  }

  sUnsubscribe(channels) {
    for (const channel of [channels].flat()) {
      this.#change(channel, () => this.#client.sUnsubscribe(channel));
    }
  }

  /** Resolves once Redis has confirmed all that is under way; rejects when it could not. */
  async settled() {
    await Promise.all(this.#changes.values());
  }

  #change(channel, change) {
    const before = this.#changes.get(channel) ?? Promise.resolve();
    const changed = before.then(change, change);
    this.#changes.set(channel, changed);
    changed
      .catch((error) => console.error(`Redis: ${channel}: ${error.message}`))
      .then(() => this.#changes.get(channel) === changed && this.#changes.delete(channel));
  }
}
