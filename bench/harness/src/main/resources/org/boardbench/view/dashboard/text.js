// Words and numbers for a person.

/** About three digits, as the terminal has them: 0.83, 12.4, 1240. */
export function number(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return "–";
  }
  if (Number.isInteger(value)) {
    return String(value);
  }
  const size = Math.abs(value);
  return value.toFixed(size < 9.995 ? 2 : size < 99.95 ? 1 : 0);
}

/** 1:02:03 or 2:03. */
export function clock(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  const two = n => String(n).padStart(2, "0");
  return s >= 3600
    ? `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`
    : `${Math.floor(s / 60)}:${two(s % 60)}`;
}

/** 3 h 10 min, 12 min, 40 s: no finer than an estimate deserves. */
export function about(seconds) {
  const s = Math.max(0, Math.floor(seconds));
  if (s >= 3600) {
    return `${Math.floor(s / 3600)} h ${Math.floor(s / 60) % 60} min`;
  }
  return s >= 90 ? `${Math.floor((s + 30) / 60)} min` : `${s} s`;
}

/** An element with text in it; whatever the text is, it never becomes markup. */
export function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) {
    made.textContent = text;
  }
  if (className) {
    made.className = className;
  }
  return made;
}

export const byId = id => document.getElementById(id);
