import { Boards } from './boards.js';

/** The first that has SSUBSCRIBE and SPUBLISH. */
const OLDEST_REDIS = 7;

/**
 * The boards with sharded Pub/Sub. A Redis Cluster sends a message of plain Pub/Sub through every node;
 * one of a sharded channel stays on the node that has the channel's slot. A single Redis has all slots.
 */
export class ShardedBoards extends Boards {
  /** @param {import('./redis.js').Redis} redis */
  static async open(redis) {
    const version = await redis.version();
    if (Number.parseInt(version) < OLDEST_REDIS) {
      throw new Error(
        `CHANNELS=sharded needs Redis ${OLDEST_REDIS} or newer; this is ${version}`,
      );
    }
    return new ShardedBoards(redis.sharded());
  }
}
