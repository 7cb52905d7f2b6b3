import { setTimeout as delay } from 'node:timers/promises';
import { createClient, RESP_TYPES } from '@redis/client';

/** Every worker listens to this channel; how many do is how many are ready. */
const WORKERS_CHANNEL = 'workers';

/** Publishes that may wait for Redis in one worker before further ones are refused. */
const MAX_WAITING_PUBLISHES = 10_000;

/** So that a worker that has much of a stream to catch up with serves its connections in between. */
const ENTRIES_A_READ = 100;

const RETRY_MS = 500;

/** A worker's way to the others: one connection publishes, the other one subscribes. */
export class Redis {
  #url;
  #publisher;
  #subscriber;
  #reader;

  constructor(url, publisher, subscriber) {
    this.#url = url;
    this.#publisher = publisher;
    this.#subscriber = subscriber;
  }

  /** @param {string} url of the Redis server */
  static async connect(url) {
    const publisher = await connected({
      url,
      disableOfflineQueue: true,
      commandsQueueMaxLength: MAX_WAITING_PUBLISHES,
    });
    return new Redis(url, publisher, await connected({ url }));
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

  /** The same three for channels of sharded Pub/Sub. */
  sharded() {
    return {
      publish: async (channel, text) => {
        await this.#publisher.sPublish(channel, text);
      },
      subscribe: async (channel, deliver) => {
        await this.#subscriber.sSubscribe(channel, deliver, true);
      },
      unsubscribe: async (channel, deliver) => {
        await this.#subscriber.sUnsubscribe(channel, deliver, true);
      },
    };
  }

  /**
   * Resolves once Redis has taken the fields; calls made in order arrive in order.
   *
   * @param {Record<string, Buffer | string>} fields
   * @param {number} maxEntries what of the stream is kept, roughly
   */
  async append(stream, fields, maxEntries) {
    await this.#publisher.xAdd(stream, '*', fields, {
      TRIM: { strategy: 'MAXLEN', strategyModifier: '~', threshold: maxEntries },
    });
  }

  /**
   * On a connection of its own, because a read waits there until there is something to read.
   *
   * @param {(fields: Record<string, Buffer>) => void} deliver gets all that is appended from the
   *     resolution on
   */
  async follow(stream, deliver) {
    this.#reader = await connected({ url: this.#url });
    const [last] = await this.#reader.xRevRange(stream, '+', '-', { COUNT: 1 });
    this.#readOn(stream, last?.id ?? '0-0', deliver);
  }

  async #readOn(stream, lastId, deliver) {
    const buffers = this.#reader.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });
    const options = { COUNT: ENTRIES_A_READ, BLOCK: 0 };
    while (this.#reader.isOpen) {
      try {
        const [read] = await buffers.xRead({ key: stream, id: lastId }, options);
        for (const { id, message } of read.messages) {
          lastId = id;
          deliver(message);
        }
      } catch (error) {
        if (this.#reader.isOpen) {
          console.error(`could not read the stream: ${error.message}`);
          await delay(RETRY_MS);
        }
      }
    }
  }

  /** @returns {Promise<string>} of the Redis server, such as `7.0.15` */
  async version() {
    const info = await this.#publisher.info('server');
    return /^redis_version:(\S+)/m.exec(info)[1];
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
    this.#reader?.destroy();
  }
}

async function connected(options) {
  const client = createClient(options);
  client.on('error', (error) => console.error(`Redis: ${error.message}`));
  await client.connect();
  return client;
}
