// A primary and two workers, each of which is at work all the time in a function of its own.
const cluster = require('node:cluster');
const http = require('node:http');

const WORK_MS = 5;

function busy() {
  const end = performance.now() + WORK_MS;
  while (performance.now() < end);
}

function primary() {
  busy();
}

function worker1() {
  busy();
}

function worker2() {
  busy();
}

if (cluster.isPrimary) {
  cluster.fork();
  cluster.fork();
  setInterval(primary, 2 * WORK_MS);
} else {
  http.createServer((request, response) => response.end()).listen(process.argv[2], '127.0.0.1');
  setInterval(cluster.worker.id === 1 ? worker1 : worker2, 2 * WORK_MS);
}
