// A whiteboard for people, and for measurements: what two pages feel of each other is what this page does.
//   ?board=NAME      which board, default "board"          ?user=NAME   who, default somebody
//   ?draw-delay=MS   what came in waits for so long before it is drawn: a known delay, to check a measurement by
//   ?draw-spread=MS  and up to so much longer, evenly: else a delay that is no whole number of frames shows as one that is
//   ?measure         keeps the moments of every message, draws each frame, and does not come back when the server is gone

import { Connection } from "./connection.js";
import { Observer } from "./observer.js";

const COLOURS = ["#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#8c564b", "#e377c2", "#ff7f0e", "#17becf"];
const LINE_WIDTH = 3;
const RTTS = 21;
const AWAY_MS = 5_000;
const MOST_POINTS = 500;
const NAME_WIDTH = 100; // so near to the right edge a name stands on the other side of its cursor
const TIMER_SLACK_MS = 10; // browsers put timers together, so that one may come so much late
const GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2; // its multiples fill an interval evenly, however few they are

const options = new URLSearchParams(location.search);
const board = options.get("board") || "board";
const user = options.get("user") || `guest-${Math.floor(Math.random() * 1e6)}`;
const drawDelayMs = Math.max(0, Number(options.get("draw-delay")) || 0);
const drawSpreadMs = Math.max(0, Number(options.get("draw-spread")) || 0);
const isMeasured = options.has("measure");

const element = id => document.getElementById(id);
const canvas = element("ink");
const ink = canvas.getContext("2d");
const observer = isMeasured ? new Observer(user, element("badge")) : null;

let shown = 1; // pixels of the screen for one of the board: less than 1 where the board does not fit
let seq = 0;
let stroke = 0;
let lastPoint = null; // of the own stroke under way
let lines = []; // to be drawn in the next frame
let isFrameAsked = false;
let ending = "";
const tails = new Map(); // the last point of everybody's stroke
const cursors = new Map();
const sentMs = new Map();
const rtts = [];

const url = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${options.get("path") || "/ws"}`;
const connection = new Connection(url, board, user, !isMeasured, {
  joined: () => tell("connected", false),
  refused: reason => tell(`refused: ${reason}`, true),
  ended: reason => {
    ending = reason;
    tell(isMeasured ? reason : `${reason}; nobody sees what you draw; trying again`, true);
  },
  message: take,
});

element("name").textContent = isMeasured ? board : `Board "${board}", you are ${user}`;
document.title = `${board} – whiteboard`;
element("hint").hidden = isMeasured;
ink.lineWidth = LINE_WIDTH;
ink.lineCap = "round";
ink.lineJoin = "round";

function show(id, text) {
  element(id).textContent = text;
}

// Whether there is a server.
function tell(text, isBad) {
  show("state", text);
  element("state").className = isBad ? "bad" : "";
}

function colourOf(name) {
  let sum = 0;
  for (const letter of name) {
    sum = (31 * sum + letter.codePointAt(0)) % 65_521;
  }
  return COLOURS[sum % COLOURS.length];
}

// ---- what others send

function take(message, arrivedMs) {
  if (message.userId === user) {
    returned(message);
  } else if (message.type === "cursor" && isPoint([message.x, message.y])) {
    pointAt(message.userId, message.x, message.y);
    askForFrame();
  } else if (message.type === "stroke" && Array.isArray(message.points)) {
    const points = message.points.filter(isPoint).slice(0, MOST_POINTS);
    if (points.length > 0) {
      observer?.handled(message.userId, message.seq, arrivedMs, performance.now());
      later(message.seq, () => takeStroke(message, points));
    }
  }
}

function isPoint(point) {
  return Array.isArray(point) && point.length >= 2 && Number.isFinite(point[0]) && Number.isFinite(point[1]);
}

function later(seq, task) {
  const waitMs = drawDelayMs + (drawSpreadMs > 0 ? drawSpreadMs * ((seq * GOLDEN_RATIO) % 1) : 0);
  at(performance.now() + waitMs, task);
}

function at(dueMs, task) {
  const leftMs = dueMs - performance.now();
  if (leftMs <= 0) {
    task();
  } else if (leftMs > TIMER_SLACK_MS) {
    setTimeout(() => at(dueMs, task), leftMs - TIMER_SLACK_MS);
  } else {
    soon.push(() => at(dueMs, task));
    iterations.port2.postMessage(null);
  }
}

const soon = []; // each in the next iteration of the browser's event loop, behind what that has to do
const iterations = new MessageChannel();
iterations.port1.onmessage = () => soon.shift()();

function takeStroke(message, points) {
  const sender = message.userId;
  const tail = tails.get(sender);
  const from = tail && tail.stroke === message.stroke ? [tail.point] : [];
  tails.set(sender, { stroke: message.stroke, point: points.at(-1) });
  lines.push({ sender, seq: message.seq, isOwn: false, colour: colourOf(sender), points: [...from, ...points] });
  pointAt(sender, ...points.at(-1));
  askForFrame();
}

function pointAt(name, x, y) {
  let cursor = cursors.get(name);
  if (!cursor) {
    cursor = { mark: document.createElement("div") };
    cursor.mark.className = "cursor";
    cursor.mark.textContent = name;
    cursor.mark.style.color = colourOf(name);
    element("sheet").append(cursor.mark);
    cursors.set(name, cursor);
    tellOthers();
  }
  cursor.x = x;
  cursor.y = y;
  cursor.seenMs = performance.now();
}

function tellOthers() {
  show("others", cursors.size === 0 ? "nobody else moves" : `${cursors.size} ${cursors.size === 1 ? "other moves" : "others move"}`);
}

function returned(message) {
  const sent = sentMs.get(message.seq);
  if (sent !== undefined) {
    sentMs.delete(message.seq);
    rtts.push(performance.now() - sent);
    if (rtts.length > RTTS) {
      rtts.shift();
    }
    const median = [...rtts].sort((a, b) => a - b)[Math.floor(rtts.length / 2)];
    if (!isMeasured) {
      show("rtt", `RTT ${median.toFixed(1)} ms`);
    }
  }
}

// ---- what this user does

function place(event) {
  const area = canvas.getBoundingClientRect();
  return [Math.round((event.clientX - area.left) / shown), Math.round((event.clientY - area.top) / shown)];
}

canvas.addEventListener("pointerdown", event => {
  if (event.isPrimary && event.button === 0) {
    // An input that no device stands behind cannot be captured.
    try {
      canvas.setPointerCapture(event.pointerId);
    } catch {}
    stroke++;
    lastPoint = place(event);
  }
});

canvas.addEventListener("pointermove", event => {
  const handlerMs = performance.now();
  if (!event.isPrimary) {
    return;
  }
  if (lastPoint === null) {
    const [x, y] = place(event);
    publish({ type: "cursor", x, y });
    return;
  }
  // The browser gives one event a frame, with all that the pen did since the last one.
  const together = event.getCoalescedEvents();
  const points = (together.length > 0 ? together : [event]).map(place);
  const number = publish({ type: "stroke", stroke, points });
  if (number > 0) {
    observer?.sent(number, event.timeStamp, handlerMs, performance.now());
  }
  lines.push({ sender: user, seq: number, isOwn: true, colour: colourOf(user), points: [lastPoint, ...points] });
  lastPoint = points.at(-1);
  askForFrame();
});

for (const end of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(end, event => {
    if (event.isPrimary) {
      lastPoint = null;
    }
  });
}

// The message's number, or 0 when it could not be sent.
function publish(message) {
  const number = ++seq;
  const nowMs = performance.now();
  if (!connection.send({ ...message, seq: number })) {
    return 0;
  }
  sentMs.set(number, nowMs);
  if (sentMs.size > 1_000) {
    sentMs.delete(sentMs.keys().next().value);
  }
  return number;
}

// ---- frames

function fit() {
  shown = element("sheet").clientWidth / canvas.width;
  askForFrame();
}

addEventListener("resize", fit);
fit();

function askForFrame() {
  if (!isFrameAsked) {
    isFrameAsked = true;
    requestAnimationFrame(frame);
  }
}

function frame() {
  isFrameAsked = false;
  for (const { colour, points } of lines) {
    ink.strokeStyle = colour;
    ink.beginPath();
    ink.moveTo(...points[0]);
    for (const point of points.length > 1 ? points.slice(1) : points) {
      ink.lineTo(...point);
    }
    ink.stroke();
  }
  for (const cursor of cursors.values()) {
    const isLeft = cursor.x > canvas.width - NAME_WIDTH;
    cursor.mark.classList.toggle("left", isLeft);
    cursor.mark.style.transform =
      `translate(${cursor.x * shown}px, ${cursor.y * shown}px)${isLeft ? " translateX(-100%)" : ""}`;
  }
  observer?.drew(lines);
  lines = [];
  if (isMeasured) {
    askForFrame();
  }
}

setInterval(() => {
  for (const [name, cursor] of cursors) {
    if (performance.now() - cursor.seenMs > AWAY_MS) {
      cursor.mark.remove();
      cursors.delete(name);
      tellOthers();
    }
  }
}, 1_000);

if (observer) {
  askForFrame();
  // For whoever measures: see the options above.
  globalThis.measured = {
    isJoined: () => connection.isJoined,
    nowMs: () => performance.now(),
    begin: () => observer.begin(),
    take: () => ({ ...observer.take(), ended: ending }),
  };
}
