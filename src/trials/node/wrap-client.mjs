// An MCP client: wrap-client.mjs CALLS COMMAND… starts the server by that command, calls its tool so often, and prints one
// line of JSON about what it sent and got. With 0 calls it prints the ids of both processes and stays.
import { createHash } from 'node:crypto';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const [, , calls, command, ...args] = process.argv;
const LARGE = 5_000_000;

const transport = new StdioClientTransport({ command, args, env: { ...process.env, NODE_NO_WARNINGS: '1' }, stderr: 'pipe' });
const err = createHash('sha256');
let errBytes = 0;
transport.stderr.on('data', chunk => {
  err.update(chunk);
  errBytes += chunk.length;
});
const errEnded = new Promise(done => transport.stderr.on('end', done));
const client = new Client({ name: 'trial', version: '1' });
let complaints = 0;
client.onerror = () => complaints++;
const closed = new Promise(done => (client.onclose = done));

const sent = createHash('sha256');
const got = createHash('sha256');
let messages = 0;
const start = transport.start.bind(transport);
transport.start = async () => {
  const started = start();
  const { stdin, stdout } = transport._process;
  const write = stdin.write.bind(stdin);
  stdin.write = (text, ...rest) => {
    messages++;
    sent.update(text);
    return write(text, ...rest);
  };
  stdout.on('data', chunk => got.update(chunk));
  await started;
};

function text(i) {
  return i % 1250 === 7 ? 'ü{"jsonrpc":"2.0"}\n'.repeat(LARGE / 20) : `${i} \u2028 "\\ `.repeat(1 + (i % 40));
}
async function call(i, more) {
  const said = text(i);
  const result = await client.callTool({ name: 'echo', arguments: { number: i, text: said, ...more } });
  if (result.content[0].text !== said) {
    throw new Error(`another answer to call ${i}`);
  }
  return result;
}

await client.connect(transport);
await client.listTools();
if (calls === '0') {
  const { structuredContent } = await call(1, { pid: true });
  console.log(JSON.stringify({ server: structuredContent.pid, started: transport.pid }));
  await closed;
  process.exit(0);
}
const before = performance.now();
// One at a time, so that the same run gives the same bytes.
for (let i = 0; i < Number(calls); i++) {
  await call(i);
}
const ms = Math.round(performance.now() - before);
const child = transport._process;
const ended = new Promise(done => child.on('close', done));
child.stdin.end();
const code = await ended;
await errEnded;
console.log(
  JSON.stringify({
    sent: sent.digest('hex'), got: got.digest('hex'), err: err.digest('hex'), errBytes, messages, complaints, code, ms,
  }),
);
process.exit(0);
