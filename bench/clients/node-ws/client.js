import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { User } from './user.js';

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

// Wall clock with decimals, as the other programs of this machine have it.
const now = () => performance.timeOrigin + performance.now();

const startMs = now();
const course = {
  url: values.url,
  intervalMs: 1000 / Number(values.rate),
  payload: Number(values.payload),
  startMs,
  holdStartMs: startMs + rampMs,
  holdEndMs: startMs + rampMs + holdMs,
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
  setTimeout(() => user.connect(), (rampMs * number) / users);
}

await sleep(course.holdEndMs - now());
const deadlineMs = course.holdEndMs + Number(values.drain);
while (now() < deadlineMs && course.counts.received < course.counts.expected) {
  await sleep(POLL_MS);
}
course.ending = true;

const lines = course.samples.map(([sentMs, rttMs]) => `${sentMs.toFixed(3)},${rttMs.toFixed(3)}\n`);
writeFileSync(join(values.output, 'samples.csv'), `sent_ms,rtt_ms\n${lines.join('')}`);
writeFileSync(
  join(values.output, 'counts.json'),
  JSON.stringify({ hold_start_ms: course.holdStartMs, ...course.counts }),
);
all.forEach((user) => user.leave());
process.exit(0);
