import { createClient } from '@redis/client';
import { ShardedWorkers } from './sharded-workers.js';
import { StreamWorkers } from './stream-workers.js';

const WORKERS_BY_ADAPTER = { sharded: ShardedWorkers, streams: StreamWorkers };

/**
 * What joins this worker to the others: its `adapter` goes to Socket.IO, `begin` resolves once what they publish comes here,
 * `settled` once that holds for the rooms that have been joined so far, and `count` says how many workers are as far as that.
 *
 * @param {string} name of the adapter
 * @param {string} url of the Redis server
 */
export function connectWorkers(name, url) {
  if (!Object.hasOwn(WORKERS_BY_ADAPTER, name)) {
    const known = Object.keys(WORKERS_BY_ADAPTER).join(', ');
    throw new Error(`ADAPTER must be one of ${known}, was ${name}`);
  }
  return WORKERS_BY_ADAPTER[name].connect((options) => connected({ url, ...options }));
}

async function connected(options) {
  const client = createClient(options);
  client.on('error', (error) => console.error(`Redis: ${error.message}`));
  await client.connect();
  return client;
}
