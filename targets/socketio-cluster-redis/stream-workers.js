import { setTimeout as delay } from 'node:timers/promises';
import { createAdapter } from '@socket.io/redis-streams-adapter';

/** What Redis keeps, and so how far a worker may be behind without missing anything; a little more, as it trims roughly. */
const MAX_ENTRIES = 10_000;

/** Commands that may wait for Redis in one worker before further ones are refused. */
const MAX_WAITING_COMMANDS = 10_000;

/** Subscribed while they are ready for members, so that Redis counts them. */
const READY_CHANNEL = 'ready workers';

const MARK_INTERVAL_MS = 50;

/** The workers joined by one stream: each reads all that is appended, and nothing has to be waited for at a join. */
export class StreamWorkers {
  adapter;
  #redis;
  #announcer;
  #hasRead = false;

  constructor(redis, announcer) {
    this.#redis = redis;
    this.#announcer = announcer;
    // Strokes hold no binary data, for which the adapter would else look.
    const create = createAdapter(redis, { maxLen: MAX_ENTRIES, onlyPlaintext: true });
    const noticing = (adapter) => this.#noticing(adapter);
    // No arrow function: Socket.IO calls it by new.
    this.adapter = function (namespace) {
      return noticing(create(namespace));
    };
  }

  /** @param {(options?: object) => Promise<import('@redis/client').RedisClientType>} connect */
  static async connect(connect) {
    const redis = await connect({ commandsQueueMaxLength: MAX_WAITING_COMMANDS });
    return new StreamWorkers(redis, await connect());
  }

  #noticing(adapter) {
    const take = adapter.onRawMessage.bind(adapter);
    adapter.onRawMessage = (message, offset) => {
      this.#hasRead = true;
      take(message, offset);
    };
    return adapter;
  }

  /**
   * The adapter begins to read at the stream's end, and again at its end after each read that brought nothing; it misses
   * what is appended in between. Only from its first entry on does it know how far it has read: so marks are appended until
   * it has read one.
   *
   * @param {import('socket.io').Server} io
   */
  async begin(io) {
    while (!this.#hasRead) {
      io.to(READY_CHANNEL).emit('mark');
      await delay(MARK_INTERVAL_MS);
    }
    await this.#announcer.subscribe(READY_CHANNEL, () => {});
  }

  async settled() {}

  async count() {
    const counts = await this.#redis.pubSubNumSub([READY_CHANNEL]);
    return counts[READY_CHANNEL];
  }
}
