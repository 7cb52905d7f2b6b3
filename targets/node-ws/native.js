/**
 * Whether ws uses bufferutil, which it asks the environment for while it is loaded. So this is
 * imported before it.
 */
const BUFFERUTIL = process.env.BUFFERUTIL ?? 'present';

if (BUFFERUTIL === 'absent') {
  process.env.WS_NO_BUFFER_UTIL = '1';
} else if (BUFFERUTIL !== 'present') {
  throw new Error(`BUFFERUTIL must be one of present, absent, was ${BUFFERUTIL}`);
}
