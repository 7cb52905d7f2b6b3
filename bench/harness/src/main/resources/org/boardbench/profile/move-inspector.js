// Evaluated by a server's process: its inspector closes, and opens on a port that nobody has. Returns the process.
{
  const inspector = require('node:inspector');
  let tries = 100;
  const timer = setInterval(() => {
    try {
      inspector.close();
      inspector.open(0, '127.0.0.1');
      tries = 0;
    } catch {
      tries--; // the session of whoever asked has not quite ended
    }
    if (tries === 0) {
      clearInterval(timer);
    }
  }, 20);
}
process.pid;
