// What the page has been told of a run. Knows nothing of how it is shown.

class Trial {
  constructor(told) {
    Object.assign(this, told);
    this.status = "";
    this.stages = new Map();
    this.rows = [];
    this.components = new Set();
    this.points = new Map();
    this.changed();
  }

  /** What was made of its seconds is to be made anew. */
  changed() {
    this.sorted = null;
    this.lines = new Map();
  }

  /** Its seconds in order; a second that two stages share is there twice. */
  seconds() {
    if (!this.sorted) {
      this.sorted = [...this.points.values()].sort((a, b) => a.second - b.second || a.stage - b.stage);
    }
    return this.sorted;
  }

  put(stage, second, figures, cpu, memory) {
    Object.keys(cpu).forEach(name => this.components.add(name));
    this.points.set(`${stage} ${second}`, { stage, second, figures, cpu, memory });
    this.changed();
  }

  /** Those of a stage are told anew. */
  drop(stage) {
    for (const [key, point] of this.points) {
      if (point.stage === stage) {
        this.points.delete(key);
      }
    }
    this.changed();
  }
}

export class Run {
  constructor() {
    this.columns = [];
    this.clear();
  }

  clear() {
    this.run = null;
    this.trials = [];
    this.byId = new Map();
    this.time = null;
    this.over = null;
    this.stage = null;
    this.last = null;
  }

  /** The trial under way, or the last one. */
  latest() {
    return this.trials.at(-1) ?? null;
  }

  /** Takes one event. */
  take(kind, told) {
    if (told.time) {
      this.time = told.time;
    }
    TAKEN[kind]?.call(this, told);
  }

  takeHello(told) {
    this.clear();
    this.isLive = told.live;
    this.columns = told.columns;
  }

  takeRun(told) {
    this.run = told;
  }

  takeTrial(told) {
    const trial = new Trial(told);
    this.trials.push(trial);
    this.byId.set(told.id, trial);
    this.stage = null;
  }

  takeStage(told) {
    this.stage = told;
    this.byId.get(told.trial).stages.set(told.stage, told);
  }

  takeSecond(told) {
    const trial = this.byId.get(told.trial);
    trial.put(told.stage, told.second, told.figures, told.cpu, told.memory);
    this.last = { trial, stage: told.stage, phase: told.phase, point: trial.points.get(`${told.stage} ${told.second}`) };
  }

  takeSeconds(told) {
    const trial = this.byId.get(told.trial);
    trial.drop(told.stage);
    const at = (columns, index) =>
      Object.fromEntries(
        Object.entries(columns)
          .map(([name, cells]) => [name, cells[index]])
          .filter(([, cell]) => cell !== null));
    told.second.forEach((second, index) =>
      trial.put(told.stage, second, at(told.figures, index), at(told.cpu, index), at(told.memory, index)));
  }

  takeRow(told) {
    const trial = this.byId.get(told.trial);
    trial.rows.push(told);
    trial.changed();
    this.last = { trial, stage: told.stage, row: told };
  }

  takeEnd(told) {
    Object.assign(this.byId.get(told.trial), { status: told.status, reason: told.reason });
    this.stage = null;
  }

  takeOver(told) {
    this.over = told;
  }

  /** Seconds since the run began and until it ends, as far as anybody knows. */
  times(nowMs) {
    if (!this.time) {
      return null;
    }
    const passed = this.over || !this.isLive ? 0 : Math.max(0, (nowMs - this.time.at_ms) / 1000);
    const left = this.time.left_s === undefined ? null : Math.max(0, this.time.left_s - passed);
    return { elapsed: this.time.elapsed_s + passed, left: this.over ? 0 : left };
  }

  /** What a figure must be for this variant, by the plan's thresholds: [{ bound, words }]. */
  limits(figure, target) {
    const thresholds = this.run?.thresholds ?? {};
    return [thresholds[figure], thresholds[target]?.[figure]]
      .map(text => /^\s*(?:<=|>=|<|>)\s*([\d.]+)\s*$/.exec(typeof text === "string" ? text : ""))
      .filter(found => found)
      .map(found => ({ bound: Number(found[1]), words: `${figure} ${found[0].trim()}` }));
  }
}

const TAKEN = {
  hello: Run.prototype.takeHello,
  run: Run.prototype.takeRun,
  trial: Run.prototype.takeTrial,
  stage: Run.prototype.takeStage,
  second: Run.prototype.takeSecond,
  seconds: Run.prototype.takeSeconds,
  row: Run.prototype.takeRow,
  end: Run.prototype.takeEnd,
  over: Run.prototype.takeOver,
};

/** All kinds of events that there are. */
export const KINDS = [...Object.keys(TAKEN), "note"];
