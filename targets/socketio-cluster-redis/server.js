import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

const WORKERS = Number(process.env.WORKERS ?? availableParallelism());
const RESTART_DELAY_MS = 1_000;

let stopping = false;

cluster.setupPrimary({ exec: fileURLToPath(new URL('worker.js', import.meta.url)) });
for (let i = 0; i < WORKERS; i++) {
  startWorker();
}

/** A worker that dies is replaced, unless it never got as far as listening: then nothing would change. */
function startWorker() {
  const worker = cluster.fork({ WORKERS });
  let listened = false;
  worker.on('listening', ({ address, port }) => {
    listened = true;
    console.log(`worker ${worker.process.pid} is listening on ${address}:${port}`);
  });
  worker.on('exit', (code, signal) => {
    if (stopping) {
      return;
    }
    console.error(`worker ${worker.process.pid} died: ${signal ?? code}`);
    if (listened) {
      setTimeout(() => stopping || startWorker(), RESTART_DELAY_MS);
    } else {
      process.exitCode = 1;
      stop();
    }
  });
}

/** The primary ends by itself once its last worker has. */
function stop() {
  stopping = true;
  for (const worker of Object.values(cluster.workers)) {
    worker.process.kill('SIGTERM');
  }
}

process.once('SIGTERM', stop);
process.once('SIGINT', stop);
