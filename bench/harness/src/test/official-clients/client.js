import { createInterface } from 'node:readline';

/** How each protocol is spoken: a module that exports `join(url, board, user, take)`, which resolves to a publisher. */
const PROTOCOLS = ['raw', 'nest-ws', 'stomp', 'socketio', 'centrifuge', 'phoenix'];

const [protocol, url, board, user] = process.argv.slice(2);
if (!PROTOCOLS.includes(protocol)) {
  console.error(`protocol must be one of ${PROTOCOLS.join(', ')}, was ${protocol}`);
  process.exit(2);
}

const { join } = await import(`./${protocol}.js`);
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);
const publish = await join(new URL(url), board, user, (message) => say({ message }));
say({ joined: true });

createInterface({ input: process.stdin })
  .on('line', (line) => publish(JSON.parse(line)))
  .on('close', () => process.exit(0));
