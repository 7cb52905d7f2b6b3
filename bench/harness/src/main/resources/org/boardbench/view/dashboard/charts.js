// One chart for each question, all of them over the seconds of a trial; earlier trials are grey behind.
/* global uPlot */
import { byId, clock, element, number } from "./text.js";

const HEIGHT = 190;
const DASHES = [[], [7, 3], [2, 3], [10, 3, 2, 3], [1, 2], [4, 2]];
const SVG = "http://www.w3.org/2000/svg";

const figure = (name, label) => ({ label, value: point => point.figures[name] });

/** A stage's figure, over all of its seconds once it has its row. */
const ofRow = (name, label) => ({
  label,
  value: (point, trial) => {
    const row = trial.rows.find(one => one.stage === point.stage);
    return row && row.cells[name] !== "" ? Number(row.cells[name]) : undefined;
  },
});

const CHARTS = [
  { title: "Users joined", unit: "users", series: [figure("users", "joined"),
    { label: "planned", value: (point, trial) => trial.stages.get(point.stage)?.users }] },
  { title: "TPS", unit: "a second", series: [figure("tps_received", "delivered"), figure("tps_sent", "sent")] },
  { title: "RTT", unit: "ms", isTime: true, ghost: 1, limits: ["rtt_p95_ms", "rtt_p99_ms", "rtt_p50_ms"],
    series: [figure("rtt_p50_ms", "p50"), figure("rtt_p95_ms", "p95"), figure("rtt_p99_ms", "p99")] },
  { title: "Reach: until the last receiver has it", unit: "ms", isTime: true, limits: ["reach_100_p95_ms"],
    series: [figure("reach_100_p95_ms", "p95 by second"), ofRow("reach_100_p95_ms", "p95 of the row")], ghost: 1 },
  { title: "Of what is owed", unit: "%", limits: ["owed_lost_pct", "loss_pct"],
    series: [figure("owed_lost_pct", "lost"), figure("not_there_pct", "not there yet")] },
  { title: "Users whose connection failed", unit: "a second", series: [figure("disconnects", "disconnects"),
    figure("reconnects", "reconnects"), figure("connect_failures", "refused joins")] },
  { title: "CPU", unit: "% of one core", used: "cpu", series: [] },
  { title: "Memory", unit: "MiB", used: "memory", series: [] },
];

/** The server first, the driver last, companions between them. */
function components(trials) {
  const names = new Set(trials.flatMap(trial => [...trial.components]));
  const place = name => (name === "server" ? 0 : name === "driver" ? 2 : 1);
  return [...names].sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

const color = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

class Chart {
  constructor(spec, charts) {
    this.spec = spec;
    this.charts = charts;
    this.index = null;
    this.figure = element("figure");
    this.caption = element("figcaption");
    this.caption.append(element("h3", `${spec.title} (${spec.unit})`));
    this.keys = element("ul", undefined, "keys");
    this.caption.append(this.keys);
    this.plot = element("div", undefined, "plot");
    this.plot.tabIndex = 0;
    this.plot.setAttribute("role", "slider");
    this.plot.setAttribute("aria-label", `${spec.title} (${spec.unit}), by second`);
    this.plot.addEventListener("keydown", event => this.key(event));
    this.plot.addEventListener("blur", () => charts.point(null));
    this.figure.append(this.caption, this.plot);
    this.say();
  }

  series() {
    const { used, series } = this.spec;
    return used ? this.charts.components.map(name => ({ label: name, value: point => point[used][name] })) : series;
  }

  /** Anew where its lines, its size or its colours are others. */
  build() {
    this.uplot?.destroy();
    const series = this.series();
    const axis = { stroke: color("--soft"), grid: { stroke: color("--grid"), width: 1 }, ticks: { stroke: color("--line"), width: 1 } };
    const isLog = this.spec.isTime && byId("logarithmic").checked;
    this.keys.replaceChildren(...series.map((one, place) => this.makeKey(one, place)));
    this.values = [...this.keys.querySelectorAll("b")];
    this.uplot = new uPlot(
      {
        width: Math.max(200, this.plot.clientWidth),
        height: HEIGHT,
        legend: { show: false },
        cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
        scales: {
          x: { time: false },
          y: { distr: isLog ? 3 : 1, range: () => this.range(isLog) },
        },
        axes: [
          { ...axis, values: (_, splits) => splits.map(clock) },
          { ...axis, size: 56, values: (_, splits) => splits.map(value => (value === null ? "" : short(value))) },
        ],
        series: [{}, ...series.map((one, place) => ({
          label: one.label, stroke: color(`--c${place % 6}`), width: 1.75, dash: DASHES[place % 6],
          points: { size: 4 },
        }))],
        hooks: {
          drawClear: [chart => this.behind(chart)],
          setCursor: [chart => this.moved(chart.cursor.idx, chart.cursor.left)],
        },
      },
      this.data(),
      this.plot);
    this.draw();
  }

  makeKey(series, place) {
    const key = element("li", undefined, "key");
    const swatch = document.createElementNS(SVG, "svg");
    swatch.setAttribute("width", "26");
    swatch.setAttribute("height", "8");
    swatch.setAttribute("aria-hidden", "true");
    const line = document.createElementNS(SVG, "line");
    Object.entries({ x1: 0, y1: 4, x2: 26, y2: 4, "stroke-dasharray": DASHES[place % 6].join(" ") || "none", class: `k${place % 6}` })
      .forEach(([name, value]) => line.setAttribute(name, value));
    swatch.append(line);
    key.append(swatch, `${series.label} `, element("b"));
    return key;
  }

  data() {
    const trial = this.charts.shown;
    const points = trial ? trial.seconds() : [];
    if (points.length === 0) {
      return [[0], ...this.series().map(() => [null])]; // so that what is behind has its place
    }
    const isLog = this.spec.isTime && byId("logarithmic").checked;
    const cell = value => (value === undefined || value === null || (isLog && value <= 0) ? null : value);
    return [
      points.map(point => point.second),
      ...this.series().map(one => points.map(point => cell(one.value(point, trial)))),
    ];
  }

  /** Of an earlier trial the line that tells most: [second, value] where there is one, null where there is none. */
  ghost(trial) {
    if (!trial.lines.has(this.spec)) {
      const one = this.series()[this.spec.ghost ?? 0];
      trial.lines.set(this.spec, one === undefined ? [] : trial.seconds().map(point => {
        const value = one.value(point, trial);
        return value === undefined || value === null ? null : [point.second, value];
      }));
    }
    return trial.lines.get(this.spec);
  }

  draw() {
    this.uplot.batch(() => {
      this.uplot.setData(this.data(), false);
      this.uplot.setScale("x", { min: 0, max: Math.max(10, this.charts.longest()) });
    });
    this.say();
  }

  range(isLog) {
    let least = Infinity;
    let most = 0;
    const see = value => {
      if (value !== null && value !== undefined && Number.isFinite(value) && (!isLog || value > 0)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    };
    this.data().slice(1).forEach(cells => cells.forEach(see));
    this.charts.ghosts().forEach(trial => this.ghost(trial).forEach(point => see(point?.[1])));
    this.limits().forEach(limit => see(limit.bound));
    if (isLog) {
      return most === 0 ? [0.1, 10] : [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most * 1.01))];
    }
    return [0, most === 0 ? 1 : most * 1.15];
  }

  limits() {
    const target = this.charts.shown?.target;
    const ofDriver = this.spec.used === "cpu" ? this.charts.run.run?.driver_cpu_limit_pct : undefined;
    return [
      ...(this.spec.limits ?? []).flatMap(name => this.charts.run.limits(name, target)),
      ...(ofDriver ? [{ bound: ofDriver, words: "the driver's limit" }] : []),
    ];
  }

  /** What is under the lines: earlier trials, where stages begin, and thresholds. */
  behind(chart) {
    const { ctx, bbox } = chart;
    const y = value => chart.valToPos(value, "y", true);
    const x = value => chart.valToPos(value, "x", true);
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.lineWidth = devicePixelRatio;
    ctx.strokeStyle = color("--ghost");
    for (const trial of this.charts.ghosts()) {
      ctx.beginPath();
      let isDown = false;
      for (const point of this.ghost(trial)) {
        const isThere = point !== null && (chart.scales.y.distr !== 3 || point[1] > 0);
        if (isThere) {
          ctx[isDown ? "lineTo" : "moveTo"](x(point[0]), y(point[1]));
        }
        isDown = isThere;
      }
      ctx.stroke();
    }
    ctx.fillStyle = color("--soft");
    ctx.font = `${11 * devicePixelRatio}px sans-serif`;
    ctx.textBaseline = "top";
    ctx.textAlign = "left"; // whatever the axes had
    ctx.strokeStyle = color("--line");
    for (const [users, second] of this.charts.beginnings()) {
      ctx.beginPath();
      ctx.moveTo(x(second), bbox.top);
      ctx.lineTo(x(second), bbox.top + bbox.height);
      ctx.stroke();
      ctx.fillText(String(users), x(second) + 3 * devicePixelRatio, bbox.top + 2 * devicePixelRatio);
    }
    ctx.strokeStyle = color("--bad");
    ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
    ctx.fillStyle = color("--bad");
    ctx.textAlign = "right";
    for (const { bound, words } of this.limits()) {
      ctx.beginPath();
      ctx.moveTo(bbox.left, y(bound));
      ctx.lineTo(bbox.left + bbox.width, y(bound));
      ctx.stroke();
      ctx.fillText(words, bbox.left + bbox.width - 4 * devicePixelRatio, y(bound) + 2 * devicePixelRatio);
    }
    ctx.restore();
  }

  moved(index, left) {
    this.charts.point(left >= 0 ? index : null, this);
  }

  key(event) {
    const last = (this.uplot?.data[0].length ?? 0) - 1;
    const now = this.index ?? last;
    const to = { ArrowLeft: now - 1, ArrowRight: now + 1, ArrowDown: now - 1, ArrowUp: now + 1,
      PageUp: now + 10, PageDown: now - 10, Home: 0, End: last, Escape: null }[event.key];
    if (to === undefined || last < 0) {
      return;
    }
    event.preventDefault();
    this.charts.point(to === null ? null : Math.min(last, Math.max(0, to)));
  }

  /** The second that is pointed at, in any of the charts; null: the last one. */
  pointAt(index, isSource) {
    this.index = index;
    if (!isSource && this.uplot) {
      const left = index === null ? -10 : this.uplot.valToPos(this.uplot.data[0][index], "x");
      this.uplot.setCursor({ left, top: index === null ? -10 : 1 }, false);
    }
    this.say();
  }

  /** Its values in words. */
  say() {
    const data = this.uplot?.data ?? [[]];
    const last = data[0].length - 1;
    const index = Math.min(last, this.index ?? last);
    const words = this.series().map((one, place) => {
      const cells = data[place + 1] ?? [];
      // Nobody points anywhere: what is known last, since not all is known of the last second.
      const value = number(this.index === null ? cells.findLast(cell => cell !== null) : cells[index]);
      if (this.values?.[place]) {
        this.values[place].textContent = value;
      }
      return `${one.label} ${value}`;
    });
    const second = index < 0 ? 0 : data[0][index];
    this.plot.setAttribute("aria-valuemin", "0");
    this.plot.setAttribute("aria-valuemax", String(last < 0 ? 0 : data[0][last]));
    this.plot.setAttribute("aria-valuenow", String(second));
    this.plot.setAttribute("aria-valuetext", index < 0 ? "nothing yet" : `second ${second}: ${words.join(", ")}`);
  }
}

function short(value) {
  const size = Math.abs(value);
  if (size >= 1e6) {
    return `${+(value / 1e6).toPrecision(3)}M`;
  }
  return size >= 1e4 ? `${+(value / 1e3).toPrecision(3)}k` : String(+value.toPrecision(3));
}

/** All charts of the page. */
export class Charts {
  constructor(run) {
    this.run = run;
    this.shown = null;
    this.components = [];
    this.index = null;
    this.isPointing = false;
    this.all = CHARTS.map(spec => new Chart(spec, this));
    byId("figures").append(...this.all.map(chart => chart.figure));
    this.build();
    new ResizeObserver(() => this.resize()).observe(byId("figures"));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.build());
    byId("earlier").addEventListener("change", () => this.draw());
    byId("logarithmic").addEventListener("change", () => this.build());
    byId("trial").addEventListener("change", () => this.draw());
  }

  build() {
    this.choose();
    this.all.forEach(chart => chart.build());
  }

  resize() {
    for (const chart of this.all) {
      const width = Math.max(200, chart.plot.clientWidth);
      if (width !== chart.uplot.width) {
        chart.uplot.setSize({ width, height: HEIGHT });
      }
    }
  }

  /** Which trial is shown. */
  choose() {
    this.shown = this.run.byId.get(byId("trial").value) ?? this.run.latest();
  }

  /** After something was told. */
  draw() {
    this.choose();
    const names = components(this.run.trials);
    if (names.join() !== this.components.join()) {
      this.components = names;
      this.run.trials.forEach(trial => trial.changed());
      this.build();
    } else {
      this.all.forEach(chart => chart.draw());
    }
  }

  ghosts() {
    const before = this.run.trials.indexOf(this.shown);
    return byId("earlier").checked ? this.run.trials.slice(0, Math.max(0, before)) : [];
  }

  longest() {
    return [this.shown, ...this.ghosts()].reduce(
      (most, trial) => Math.max(most, trial?.seconds().at(-1)?.second ?? 0), 0);
  }

  /** Users and first second of each stage of the trial that is shown. */
  beginnings() {
    const firsts = new Map();
    for (const point of this.shown?.seconds() ?? []) {
      if (!firsts.has(point.stage)) {
        firsts.set(point.stage, [this.shown.stages.get(point.stage)?.users ?? "", point.second]);
      }
    }
    return [...firsts.values()];
  }

  /** Points at a second in all of them. */
  point(index, source) {
    if (this.isPointing || index === this.index) {
      return;
    }
    this.index = index;
    this.isPointing = true;
    this.all.forEach(chart => chart.pointAt(index, chart === source));
    this.isPointing = false;
  }
}
