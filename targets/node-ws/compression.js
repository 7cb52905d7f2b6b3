/** Whether messages are compressed for clients that offer to read them so. */
const COMPRESSION = process.env.COMPRESSION ?? 'off';

/** Left alone, ws would send messages of less than 1024 bytes as they are. */
const OF_ANY_SIZE = { threshold: 0 };

const OPTIONS = { off: false, on: OF_ANY_SIZE };

if (OPTIONS[COMPRESSION] === undefined) {
  throw new Error(`COMPRESSION must be one of ${Object.keys(OPTIONS).join(', ')}, was ${COMPRESSION}`);
}
if (COMPRESSION === 'on' && process.env.FRAMES === 'shared') {
  throw new Error('FRAMES=shared makes frames of its own, which pass by what ws compresses: COMPRESSION must be off');
}

/** @type {import('ws').ServerOptions['perMessageDeflate']} */
export const perMessageDeflate = OPTIONS[COMPRESSION];
