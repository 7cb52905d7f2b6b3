// A user of one board, in the protocol `raw`: JSON objects in text frames, a join, then messages. Tries again when the
// server is gone, slower each time, unless it is told not to.

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

export class Connection {
  #url;
  #board;
  #user;
  #comesBack;
  #listener;
  #socket = null;
  #waitMs = FIRST_WAIT_MS;
  #isJoined = false;

  constructor(url, board, user, comesBack, listener) {
    this.#url = url;
    this.#board = board;
    this.#user = user;
    this.#comesBack = comesBack;
    this.#listener = listener;
    this.#connect();
  }

  get isJoined() {
    return this.#isJoined;
  }

  #connect() {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => this.#sendNow({ type: "join" });
    socket.onmessage = event => this.#take(event);
    socket.onclose = event => this.#ended(event);
  }

  #take(event) {
    // A server may send several objects in one frame, as an array or a line each; ours send one.
    for (const message of messages(event.data)) {
      if (message.type === "joined" && message.userId === this.#user) {
        this.#isJoined = true;
        this.#waitMs = FIRST_WAIT_MS;
        this.#listener.joined();
      } else if (message.type === "error") {
        this.#listener.refused(String(message.reason));
      } else if (message.boardId === this.#board && typeof message.userId === "string") {
        this.#listener.message(message, event.timeStamp);
      }
    }
  }

  #ended(event) {
    this.#isJoined = false;
    this.#listener.ended(`the server closed the connection with ${event.code}${event.reason ? ` ${event.reason}` : ""}`);
    if (this.#comesBack) {
      setTimeout(() => this.#connect(), this.#waitMs * (0.5 + Math.random() / 2));
      this.#waitMs = Math.min(LONGEST_WAIT_MS, 2 * this.#waitMs);
    }
  }

  // Whether the message has gone to the browser's networking.
  send(message) {
    if (this.#isJoined) {
      this.#sendNow(message);
    }
    return this.#isJoined;
  }

  #sendNow(message) {
    this.#socket.send(JSON.stringify({ ...message, boardId: this.#board, userId: this.#user }));
  }
}

function messages(text) {
  try {
    const value = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return text
      .split("\n")
      .filter(line => line.trim() !== "")
      .flatMap(line => {
        try {
          return [JSON.parse(line)];
        } catch {
          return [];
        }
      });
  }
}
