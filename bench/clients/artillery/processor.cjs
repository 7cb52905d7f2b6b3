'use strict';

const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { User } = require('../user.cjs');

const POLL_MS = 50;
const users = Number(process.env.USERS);
const rampMs = Number(process.env.RAMP);
const holdMs = Number(process.env.HOLD);
const drainMs = Number(process.env.DRAIN);

// Wall clock with decimals, as the other programs of this machine have it.
const now = () => performance.timeOrigin + performance.now();

let course;
const waiting = [];

/** The time counts from the first user's arrival. */
function begin() {
  const startMs = now();
  course = {
    now,
    startMs,
    intervalMs: 1000 / Number(process.env.RATE),
    payload: Number(process.env.PAYLOAD),
    holdStartMs: Infinity,
    holdEndMs: Infinity,
    members: new Array(Number(process.env.BOARDS)).fill(0),
    ending: false,
    samples: [],
    counts: { connected: 0, disconnects: 0, sent: 0, expected: 0, received: 0, received_in_all: 0 },
  };
  setTimeout(hold, rampMs);
}

/** The hold begins when everybody is there, or has had as long as a late message would have. */
function hold() {
  if (now() < course.startMs + rampMs + drainMs && course.counts.connected < users) {
    setTimeout(hold, POLL_MS);
    return;
  }
  course.holdStartMs = now();
  course.holdEndMs = course.holdStartMs + holdMs;
  setTimeout(end, holdMs);
}

function end() {
  const { counts, samples, holdStartMs, holdEndMs } = course;
  if (now() < holdEndMs + drainMs && counts.received < counts.expected) {
    setTimeout(end, POLL_MS);
    return;
  }
  course.ending = true;
  const lines = samples.map(([sentMs, rttMs]) => `${sentMs.toFixed(3)},${rttMs.toFixed(3)}\n`);
  writeFileSync(join(process.env.OUTPUT, 'samples.csv'), `sent_ms,rtt_ms\n${lines.join('')}`);
  writeFileSync(
    join(process.env.OUTPUT, 'counts.json'),
    JSON.stringify({ hold_start_ms: holdStartMs, connect_failures: users - counts.connected, ...counts }),
  );
  waiting.forEach((done) => done());
}

/** What one user does once Artillery has connected it; done has Artillery close the connection. */
function live(context, events, done) {
  if (course === undefined) {
    begin();
  }
  const number = waiting.length;
  waiting.push(done);
  const user = new User(number, number % course.members.length, (course.intervalMs * number) / users, course);
  user.live(context.ws);
  user.join();
}

module.exports = { live };
