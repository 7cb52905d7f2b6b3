// Answers a health check; at /hog takes 256 MiB; at /work uses a good part of a second of CPU and tells its own account of all that it has used.
const http = require('node:http');

function work() {
  let sum = 0;
  for (let i = 0; i < 4e8; i++) {
    sum += i % 7;
  }
  return sum;
}

http
  .createServer((request, response) => {
    if (request.url === '/work') {
      work();
      const used = process.cpuUsage();
      response.end(String((used.user + used.system) * 1000));
    } else if (request.url === '/hog') {
      response.end(String(Buffer.alloc(256 << 20, 1).length));
    } else {
      response.end('ok');
    }
  })
  .listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', () => process.exit(0));
