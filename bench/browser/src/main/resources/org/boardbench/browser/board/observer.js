// What a measured page keeps of its messages until somebody takes it: moments on the page's own clock, in ms.
// A message is shown in a frame, and two witnesses tell when that was presented: the browser's trace, in which the frame
// has a mark, and Element Timing, for which it has a new piece of text.

// Pieces of text that stay, as many as frames may be on their way.
const KEPT = 8;

export class Observer {
  #page;
  #badge;
  #sends = new Map();
  #shows = new Map();
  #frames = [];
  #elements = [];
  #frame = 0;
  #drawn = 0;
  #sinceMs = performance.now();

  constructor(page, badge) {
    this.#page = page;
    this.#badge = badge;
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        const presentedMs = entry.presentationTime || entry.renderTime;
        if (presentedMs > 0) {
          this.#elements.push([Number(entry.identifier), presentedMs]);
        }
      }
    }).observe({ type: "element", buffered: true });
  }

  sent(seq, inputMs, handlerMs, sentMs) {
    this.#sends.set(seq, [seq, inputMs, handlerMs, sentMs, 0]);
  }

  handled(sender, seq, arrivedMs, handledMs) {
    this.#shows.set(`${sender}.${seq}`, [sender, seq, arrivedMs, handledMs, 0]);
  }

  // A frame has been drawn; called in it. `lines` are those that are new in it.
  drew(lines) {
    this.#drawn++;
    if (lines.length === 0) {
      return;
    }
    const frame = ++this.#frame;
    for (const { sender, seq, isOwn } of lines) {
      const observed = isOwn ? this.#sends.get(seq) : this.#shows.get(`${sender}.${seq}`);
      if (observed) {
        observed[4] = frame;
      }
    }
    const name = `board:${this.#page}:${frame}`;
    const mark = performance.mark(name);
    this.#frames.push([frame, mark.startTime]);
    performance.clearMarks(name);
    // Only the first paint of an element is timed, and a text's is its block's.
    const text = document.createElement("div");
    text.setAttribute("elementtiming", String(frame));
    text.textContent = String(frame);
    this.#badge.append(text);
    // What is gone before its frame is presented is not told of.
    if (this.#badge.childElementCount > KEPT) {
      this.#badge.firstElementChild.remove();
    }
  }

  // Forgets all, and counts frames from now on.
  begin() {
    this.#sends.clear();
    this.#shows.clear();
    this.#frames = [];
    this.#elements = [];
    this.#drawn = 0;
    this.#sinceMs = performance.now();
  }

  take() {
    const seconds = (performance.now() - this.#sinceMs) / 1000;
    return {
      fps: seconds > 0 ? this.#drawn / seconds : 0,
      sends: [...this.#sends.values()],
      shows: [...this.#shows.values()],
      frames: this.#frames,
      elements: this.#elements,
      isolated: globalThis.crossOriginIsolated === true,
    };
  }
}
