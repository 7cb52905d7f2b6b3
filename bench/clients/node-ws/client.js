import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import WebSocket from 'ws';
import { User } from '../user.cjs';

const OPTIONS = ['url', 'users', 'boards', 'rate', 'payload', 'ramp', 'hold', 'drain', 'output'];
const POLL_MS = 50;

const { values } = parseArgs({
  options: Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' }])),
});
const missing = OPTIONS.filter((name) => values[name] === undefined);
if (missing.length > 0) {
  console.error(`missing: ${missing.map((name) => `--${name}`).join(', ')}`);
  process.exit(2);
}
const users = Number(values.users);
const boards = Number(values.boards);
const rampMs = Number(values.ramp);
const holdMs = Number(values.hold);
const drainMs = Number(values.drain);

// Wall clock with decimals, as the other programs of this machine have it.
const now = () => performance.timeOrigin + performance.now();

const startMs = now();
const course = {
  url: values.url,
  intervalMs: 1000 / Number(values.rate),
  payload: Number(values.payload),
  startMs,
  holdStartMs: Infinity,
  holdEndMs: Infinity,
  now,
  members: new Array(boards).fill(0),
  ending: false,
  samples: [],
  counts: { connected: 0, connect_failures: 0, disconnects: 0, sent: 0, expected: 0, received: 0, received_in_all: 0 },
};

const all = [];
for (let number = 0; number < users; number++) {
  const user = new User(number, number % boards, (course.intervalMs * number) / users, course);
  all.push(user);
  setTimeout(() => connect(user), (rampMs * number) / users);
}

function connect(user) {
  const socket = new WebSocket(course.url, { perMessageDeflate: false });
  user.live(socket, () => course.counts.connect_failures++);
  socket.on('open', () => user.join());
}

// The hold begins when everybody is there or has failed, or has had as long as a late message would have.
await sleep(rampMs);
const { counts } = course;
while (now() < startMs + rampMs + drainMs && counts.connected + counts.connect_failures < users) {
  await sleep(POLL_MS);
}
course.holdStartMs = now();
course.holdEndMs = course.holdStartMs + holdMs;
await sleep(holdMs);
const deadlineMs = course.holdEndMs + drainMs;
while (now() < deadlineMs && counts.received < counts.expected) {
  await sleep(POLL_MS);
}
course.ending = true;

const lines = course.samples.map(([sentMs, rttMs]) => `${sentMs.toFixed(3)},${rttMs.toFixed(3)}\n`);
writeFileSync(join(values.output, 'samples.csv'), `sent_ms,rtt_ms\n${lines.join('')}`);
writeFileSync(
  join(values.output, 'counts.json'),
  JSON.stringify({ hold_start_ms: course.holdStartMs, ...counts }),
);
all.forEach((user) => user.leave());
process.exit(0);
