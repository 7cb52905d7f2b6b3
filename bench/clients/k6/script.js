import exec from 'k6/execution';
import { Counter, Gauge, Trend } from 'k6/metrics';
import { setTimeout } from 'k6/timers';
import { WebSocket } from 'k6/websockets';

const users = Number(__ENV.USERS);
const boards = Number(__ENV.BOARDS);
const intervalMs = 1000 / Number(__ENV.RATE);
const payload = Number(__ENV.PAYLOAD);
const rampMs = Number(__ENV.RAMP);
const holdMs = Number(__ENV.HOLD);
const drainMs = Number(__ENV.DRAIN);

const rtt = new Trend('boardbench_rtt', true);
const holdStart = new Gauge('boardbench_hold_start');
const counters = {
  connected: new Counter('boardbench_connected'),
  connect_failures: new Counter('boardbench_connect_failures'),
  disconnects: new Counter('boardbench_disconnects'),
  sent: new Counter('boardbench_sent'),
  received: new Counter('boardbench_received'),
  received_in_all: new Counter('boardbench_received_in_all'),
};

export const options = {
  scenarios: {
    boards: {
      executor: 'per-vu-iterations',
      vus: users,
      iterations: 1,
      maxDuration: `${Math.ceil((rampMs + holdMs + drainMs) / 1000) + 60}s`,
    },
  },
};

export function setup() {
  return { startMs: Date.now() };
}

/** One user: connects at its place in the ramp, sends on its schedule, leaves when the drain is over. */
export default function ({ startMs }) {
  const number = exec.vu.idInTest - 1;
  const user = {
    userId: `u${number}`,
    boardId: `b${number % boards}`,
    phaseMs: (intervalMs * number) / users,
    startMs,
    holdStartMs: startMs + rampMs,
    holdEndMs: startMs + rampMs + holdMs,
    next: 0,
    joined: false,
    ending: false,
  };
  holdStart.add(user.holdStartMs);
  setTimeout(() => connect(user), Math.max(0, startMs + (rampMs * number) / users - Date.now()));
}

function connect(user) {
  const socket = new WebSocket(__ENV.TARGET);
  socket.onopen = () =>
    socket.send(JSON.stringify({ type: 'join', boardId: user.boardId, userId: user.userId }));
  socket.onmessage = (event) => received(user, socket, JSON.parse(event.data));
  socket.onerror = () => {}; // close follows, and counts
  socket.onclose = () => closed(user);
  setTimeout(() => {
    user.ending = true;
    socket.close();
  }, user.holdEndMs + drainMs - Date.now());
}

function received(user, socket, message) {
  if (message.type === 'joined') {
    user.joined = true;
    counters.connected.add(1);
    const passedMs = Date.now() - user.startMs - user.phaseMs;
    user.next = Math.max(0, Math.ceil(passedMs / intervalMs));
    schedule(user, socket);
  } else if (message.type === 'stroke') {
    counters.received_in_all.add(1);
    if (message.sentMs >= user.holdStartMs && message.sentMs < user.holdEndMs) {
      counters.received.add(1);
    }
    if (message.userId === user.userId) {
      rtt.add(Date.now() - message.sentMs);
    }
  }
}

function schedule(user, socket) {
  const dueMs = user.startMs + user.phaseMs + user.next * intervalMs;
  if (dueMs < user.holdEndMs) {
    setTimeout(() => send(user, socket), Math.max(0, dueMs - Date.now()));
  }
}

function send(user, socket) {
  if (!user.joined || user.ending) {
    return;
  }
  const sentMs = Date.now();
  socket.send(stroke(user, sentMs));
  if (sentMs >= user.holdStartMs && sentMs < user.holdEndMs) {
    counters.sent.add(1);
  }
  user.next++;
  schedule(user, socket);
}

function closed(user) {
  if (user.ending) {
    return;
  }
  (user.joined ? counters.disconnects : counters.connect_failures).add(1);
  user.joined = false;
}

/** As many points as have room, and padding for the rest. */
function stroke(user, sentMs) {
  const { boardId, userId, next: seq } = user;
  const text = (points, pad) =>
    JSON.stringify({ type: 'stroke', boardId, userId, seq, sentMs, points, color: '#1f77b4', width: 3, pad });
  const room = payload - text([], '').length;
  const points = [];
  for (let point = 0; (point + 1) * '[100,100],'.length <= room; point++) {
    points.push([100 + ((7 * point) % 900), 100 + ((5 * point) % 900)]);
  }
  return text(points, 'x'.repeat(Math.max(0, payload - text(points, '').length)));
}

/** A counter that nobody has added to is not among the metrics: then it is 0. */
export function handleSummary(data) {
  const count = (name) => data.metrics[`boardbench_${name}`]?.values.count ?? 0;
  const counts = Object.fromEntries(Object.keys(counters).map((name) => [name, count(name)]));
  return {
    [`${__ENV.OUTPUT}/counts.json`]: JSON.stringify({
      hold_start_ms: data.metrics.boardbench_hold_start.values.value,
      ...counts,
    }),
  };
}
