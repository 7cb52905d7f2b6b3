// Listens to the run and shows it: once a second at most, as often as there are new figures, and only where somebody can see it.
// Whatever it draws takes from the server where both are on one machine.
import { Charts } from "./charts.js";
import { KINDS, Run } from "./run.js";
import { addEnd, addLine, addRow, showColumns, showNow, showOver, showProgress, showTime } from "./panels.js";
import { byId } from "./text.js";

const DRAW_MS = 1000;

const run = new Run();
const charts = new Charts(run);
let phase = "";
let drawnMs = 0;
let isWaiting = false;

const SHOWN = {
  hello: () => {
    showColumns(run.columns);
    byId("trial").replaceChildren(new Option("the latest", ""));
  },
  note: told => addLine(told.text, false),
  trial: told => byId("trial").append(new Option(`${told.position} ${told.id}`, told.id)),
  stage: () => {
    phase = run.isLive ? "ramp" : "";
  },
  second: told => {
    phase = told.phase;
  },
  row: told => addRow(run, told),
  end: addEnd,
  over: showOver,
};

function draw() {
  isWaiting = false;
  drawnMs = performance.now();
  showProgress(run, phase);
  showTime(run);
  showNow(run);
  charts.draw();
}

function drawSoon() {
  if (!isWaiting) {
    isWaiting = true;
    const pause = Math.max(0, DRAW_MS - (performance.now() - drawnMs));
    setTimeout(() => requestAnimationFrame(draw), pause);
  }
}

function say(text, className) {
  const line = byId("connection");
  line.textContent = text;
  line.className = className;
}

const events = new EventSource("events");

function end(folder) {
  events.close();
  say(
    run.isLive
      ? `The run is over. This page again: make watch RUN=${folder}; its figures: make report RUN=${folder}`
      : `A stored run: ${folder}`,
    "");
}

for (const kind of KINDS) {
  events.addEventListener(kind, event => {
    const told = JSON.parse(event.data);
    run.take(kind, told);
    SHOWN[kind]?.(told);
    if (kind === "over") {
      end(told.folder);
    }
    drawSoon();
  });
}
events.addEventListener("open", () => say("Live", "live"));
events.addEventListener("error", () =>
  say(
    events.readyState === EventSource.CLOSED
      ? "Not connected: this page is refused. Are too many of it open?"
      : "Not connected: the run has ended, or is busy. Trying again",
    "bad"));
setInterval(() => {
  if (!document.hidden && performance.now() - drawnMs >= DRAW_MS) {
    showTime(run); // nothing has come for a while
  }
}, DRAW_MS);
