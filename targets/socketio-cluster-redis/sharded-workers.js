import { createShardedAdapter } from '@socket.io/redis-adapter';
import { Subscriptions } from './subscriptions.js';

/** The first that has SSUBSCRIBE and SPUBLISH. */
const OLDEST_REDIS = 7;

/** Publishes that may wait for Redis in one worker before further ones are refused. */
const MAX_WAITING_PUBLISHES = 10_000;

/** Subscribed while they are ready for members, so that Redis counts them. */
const READY_CHANNEL = 'ready workers';

/** The workers joined by sharded Pub/Sub, with a channel for each board that has members. */
export class ShardedWorkers {
  adapter;
  #publisher;
  #subscriber;
  #subscriptions;

  constructor(publisher, subscriber) {
    this.#publisher = publisher;
    this.#subscriber = subscriber;
    this.#subscriptions = new Subscriptions(subscriber);
    this.adapter = createShardedAdapter(publisher, this.#subscriptions, {
      subscriptionMode: 'dynamic',
    });
  }

  /** @param {(options?: object) => Promise<import('@redis/client').RedisClientType>} connect */
  static async connect(connect) {
    const publisher = await connect({
      disableOfflineQueue: true,
      commandsQueueMaxLength: MAX_WAITING_PUBLISHES,
    });
    const info = await publisher.info('server');
    const version = /^redis_version:(\S+)/m.exec(info)[1];
    if (Number.parseInt(version) < OLDEST_REDIS) {
      throw new Error(`ADAPTER=sharded needs Redis ${OLDEST_REDIS} or newer; this is ${version}`);
    }
    return new ShardedWorkers(publisher, await connect());
  }

  async begin() {
    await this.settled();
    await this.#subscriber.sSubscribe(READY_CHANNEL, () => {});
  }

  settled() {
    return this.#subscriptions.settled();
  }

  async count() {
    const counts = await this.#publisher.pubSubShardNumSub([READY_CHANNEL]);
    return counts[READY_CHANNEL];
  }
}
