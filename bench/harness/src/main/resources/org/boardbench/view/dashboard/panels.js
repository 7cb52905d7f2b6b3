// Everything but the charts: progress, the figures of now, rows, verdicts and findings.
import { about, byId, clock, element, number } from "./text.js";

const COMPONENTS_LAST = ["server", "driver"];

function stageWords(run, stage, users) {
  const all = run.run?.stages?.length;
  return stage === 0 ? `warm-up, ${users} users` : `stage ${stage}${all ? ` of ${all}` : ""}, ${users} users`;
}

/** Where the run is, and until when. */
export function showProgress(run, phase) {
  const told = run.run;
  if (told) {
    byId("title").textContent = `${told.experiment}: ${told.id}`;
    byId("description").textContent = told.description;
    byId("plan").textContent = planWords(told);
  }
  const trial = run.latest();
  const where = [];
  if (run.over) {
    where.push(`All is over: ${run.trials.length} trial${run.trials.length === 1 ? "" : "s"}`);
  } else if (trial) {
    where.push(`trial ${trial.position}${told?.trials ? `${told.at_most ? " of at most " : " of "}${told.trials}` : ""}`);
    const repetition = trial.task === "profile" ? "" : `, repetition ${trial.repetition}`;
    where.push(`${trial.target}${trial.task ? `, ${trial.task}` : ""}${repetition}`);
    where.push(run.stage ? stageWords(run, run.stage.stage, run.stage.users) : trial.status || "launching");
    if (run.stage && phase) {
      where.push(phase);
    }
  } else {
    where.push("Preparing");
  }
  byId("where").textContent = where.join(" · ");
  showValidity(run.trials.flatMap(trial => trial.rows));
}

/** What this run does of what its experiment describes. */
function planWords(told) {
  const loads = [...new Set((told.stages ?? []).map(stage => stage.users).filter(users => users))];
  const trials = told.trials ? `${told.at_most ? "at most " : ""}${told.trials} trial${told.trials === 1 ? "" : "s"}` : "";
  return [trials && `This run: ${trials}`, loads.length > 0 && `${loads.join(", ")} users`].filter(words => words).join(", ");
}

/** How many rows are valid, and what the others lack. */
function showValidity(rows) {
  const invalid = rows.filter(row => row.invalid);
  const codes = new Map();
  for (const row of invalid) {
    for (const reason of (row.cells.invalid_reasons ?? "").split(";")) {
      const code = reason.trim().split(" ")[0];
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  }
  const why = [...codes].map(([code, times]) => `${code} (${times})`).join(", ");
  byId("validity").textContent =
    rows.length === 0 ? "" : `${rows.length - invalid.length} of ${rows.length} rows are valid${why && `; the others are not for ${why}`}`;
  byId("validity").className = invalid.length > 0 ? "bad" : "";
}

/** As time goes by. */
export function showTime(run) {
  const times = run.times(Date.now());
  const bar = byId("share");
  if (run.over || (!run.isLive && run.run)) {
    bar.value = 1;
  } else if (times && times.left !== null) {
    bar.value = times.elapsed / Math.max(1, times.elapsed + times.left);
  } else {
    bar.removeAttribute("value");
  }
  if (!times) {
    byId("time").textContent = "";
    return;
  }
  const left =
    run.over ? "" : times.left === null ? ", nobody can tell how long yet"
      : `, ${run.run?.at_most ? "at most" : "about"} ${about(times.left)} left`;
  byId("time").textContent = `${clock(times.elapsed)}${left}`;
  const done = run.over ? "done" : bar.hasAttribute("value") ? `${Math.round(100 * bar.value)} %` : "";
  document.title = `${done} ${run.run?.experiment ?? "Boardbench"}`.trim();
}

function sum(points, figure) {
  return points.reduce((total, point) => total + (point.figures[figure] ?? 0), 0);
}

function ofSecond(last, planned) {
  const { trial, stage, point } = last;
  const figures = point.figures;
  const ofStage = trial.seconds().filter(one => one.stage === stage);
  const tiles = [
    ["Users joined", number(figures.users), planned === undefined ? "" : `of ${planned}`],
    ["TPS", number((figures.tps_sent ?? 0) + (figures.tps_received ?? 0)), "sent and delivered"],
    ["RTT p95", number(figures.rtt_p95_ms), "ms"],
    ["RTT p99", number(figures.rtt_p99_ms), "ms"],
    ["Reach p95", number(figures.reach_100_p95_ms), "ms"],
    ["Owed, not there yet", number(figures.not_there_pct), "%"],
    ["Disconnects", number(sum(ofStage, "disconnects")), "in the stage"],
  ];
  const companions = Object.keys(point.cpu).filter(name => !COMPONENTS_LAST.includes(name));
  for (const name of ["server", ...companions, "driver"]) {
    tiles.push([`CPU ${name}`, number(point.cpu[name]), "% of a core"]);
  }
  for (const name of ["server", ...companions, "driver"]) {
    tiles.push([`Memory ${name}`, number(point.memory[name]), "MiB"]);
  }
  return tiles;
}

function ofRow(cells) {
  return [
    ["Users joined", cells.joined, `of ${cells.users}`],
    ["TPS", cells.tps, "sent and delivered"],
    ["RTT p95", cells.rtt_p95_ms, "ms"],
    ["RTT p99", cells.rtt_p99_ms, "ms"],
    ["Reach p95", cells.reach_100_p95_ms, "ms"],
    ["Owed lost", cells.owed_lost_pct, "%"],
    ["Disconnects", cells.disconnects, "in the stage"],
    ["CPU server", cells.cpu_mean_pct, "% of a core, mean"],
    ["CPU companions", cells.companion_cpu_mean_pct, "% of a core, mean"],
    ["CPU driver", cells.driver_cpu_pct, "% of a core, mean"],
    ["Memory server", cells.memory_max_mib, "MiB at most"],
  ].map(([name, value, unit]) => [name, value || "–", unit]);
}

/** The last second, or the row that it has ended in. */
export function showNow(run) {
  const last = run.last;
  if (!last) {
    return;
  }
  const of = `stage ${last.stage} of ${last.trial.id}`;
  byId("now-of").textContent = last.row
    ? `The row of ${of} (${last.row.verdict})`
    : `Second ${last.point.second}, ${last.phase}, ${of}`;
  const tiles = last.row ? ofRow(last.row.cells) : ofSecond(last, last.trial.stages.get(last.stage)?.users);
  byId("tiles").replaceChildren(
    ...tiles.map(([name, value, unit]) => {
      const tile = element("div");
      const figure = element("dd", `${value} `);
      figure.append(element("small", unit));
      tile.append(element("dt", name), figure);
      return tile;
    }));
}

/** The table's head. */
export function showColumns(columns) {
  const head = element("tr");
  head.append(scoped(element("th", "trial"), "col"));
  for (const column of columns) {
    const cell = scoped(element("th", column.name), "col");
    cell.title = column.doc;
    cell.append(element("small", column.unit || "\u00a0"));
    head.append(cell);
  }
  byId("columns").replaceChildren(head);
  byId("cells").replaceChildren();
  byId("lines").replaceChildren();
}

function scoped(cell, scope) {
  cell.scope = scope;
  return cell;
}

/** A row of the table, with the text of the file. */
export function addRow(run, told) {
  const row = element("tr", undefined, told.invalid ? "invalid" : "");
  row.append(scoped(element("th", told.trial), "row"));
  run.columns.forEach(column => row.append(element("td", told.cells[column.name] || "–")));
  byId("cells").append(row);
  const words = [told.verdict, ...told.findings].join("; ");
  addLine(`${told.trial}, ${stageWords(run, told.stage, told.cells.users)}: ${words}`, told.invalid || told.findings.length > 0);
}

/** A verdict, a finding or a note; the newest first. */
export function addLine(text, isBad) {
  byId("lines").prepend(element("li", text, isBad ? "bad" : ""));
}

/** The trial has ended. */
export function addEnd(told) {
  if (told.status !== "ok") {
    addLine(`${told.trial} ${told.status}: ${told.reason}`, true);
  }
}

/** Everything has ended. */
export function showOver(told) {
  if (told.summary) {
    byId("words").textContent = told.summary;
    byId("summary").hidden = false;
    byId("to-summary").hidden = false;
  }
}
