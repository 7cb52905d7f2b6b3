import { createClient } from '@redis/client';

/** Every worker listens to this channel; how many do is how many are ready. */
const WORKERS_CHANNEL = 'workers';

/** Publishes that may wait for Redis in one worker before further ones are refused. */
const MAX_WAITING_PUBLISHES = 10_000;

/** A worker's way to the others: one connection publishes, the other one subscribes. */
export class Redis {
  #publisher;
  #subscriber;

  constructor(publisher, subscriber) {
    this.#publisher = publisher;
    this.#subscriber = subscriber;
  }

  /** @param {string} url of the Redis server */
  static async connect(url) {
    const publisher = createClient({
      url,
      disableOfflineQueue: true,
      commandsQueueMaxLength: MAX_WAITING_PUBLISHES,
    });
    const subscriber = createClient({ url });
    for (const client of [publisher, subscriber]) {
      client.on('error', (error) => console.error(`Redis: ${error.message}`));
      await client.connect();
    }
    return new Redis(publisher, subscriber);
  }

  /** Resolves once Redis has taken the text; calls made in order arrive in order. */
  async publish(channel, text) {
    await this.#publisher.publish(channel, text);
  }

  /**
   * Resolves once Redis has confirmed.
   *
   * @param {(text: Buffer) => void} deliver gets all that is published from then on
   */
  async subscribe(channel, deliver) {
    await this.#subscriber.subscribe(channel, deliver, true);
  }

  async unsubscribe(channel, deliver) {
    await this.#subscriber.unsubscribe(channel, deliver, true);
  }

  /** Says that this worker is ready for members. */
  async announce() {
    await this.#subscriber.subscribe(WORKERS_CHANNEL, () => {});
  }

  /** How many workers are ready for members. */
  async workers() {
    const subscribers = await this.#publisher.pubSubNumSub([WORKERS_CHANNEL]);
    return subscribers[WORKERS_CHANNEL];
  }

  close() {
    this.#subscriber.destroy();
    this.#publisher.destroy();
  }
}
