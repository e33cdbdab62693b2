// An MCP server that answers one tool, and logs between its messages to the same standard output as the sandbox does.
// WRAP_NOISE=1 lets it log; WRAP_END is what it leaves half written: noise or message. What it read and wrote is put
// into the file WRAP_REPORT.
import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import pino from 'pino';

const noisy = process.env.WRAP_NOISE === '1';
const read = createHash('sha256');
const messages = createHash('sha256');
const noise = createHash('sha256');
const facts = [];
let noiseBytes = 0;
const write = process.stdout.write.bind(process.stdout);

process.stdin.on('data', chunk => read.update(chunk));
process.stdout.write = (text, ...rest) => {
  messages.update(text);
  return write(text, ...rest);
};
function aside(text) {
  noise.update(text);
  noiseBytes += Buffer.byteLength(text);
  write(text);
}

const root = pino({}, { write: aside });
const cache = root.child({ component: 'PackageCache' });
const LANGUAGES = ['python', 'typescript', 'javascript', 'go', 'rust', 'bash'];

function fact(i) {
  const language = LANGUAGES[i % LANGUAGES.length];
  const packages = [`package-${i}`, 'zażółć', 'a"b{x}'];
  const imageName = `mcp-sandbox-${language}:${i.toString(16).padStart(12, '0')}`;
  const kinds = {
    HIT: () => cache.info({ language, packages, imageName }, 'Package cache hit - skipping installation'),
    INSTALLED: () => cache.info({ language, packages, imageName, duration: i }, 'Packages installed and cached'),
    UNSAVED: () => cache.error({ imageName, error: 'invalid tag format' }, 'Failed to commit image'),
    REMOVED: () => cache.info({ imageName }, 'Removed old cached image'),
  };
  const kind = Object.keys(kinds)[i % 4];
  kinds[kind]();
  facts.push(`${kind} ${imageName}`);
}

// What a server may print between two messages; none of it is one.
const KINDS = [
  fact,
  i => root.info({ component: 'SandboxManager', id: i }, 'Container created'),
  i => root.warn({ component: 'PackageCache', i }, 'Base image is old'),
  i => aside(`{"level":30,"component":"PackageCache","imageName":"mcp-sandbox-go:00000000${i}\n`),
  () => aside('\n'),
  () => aside('(node:7) Warning: something is deprecated\r\n'),
  fact,
  () => aside('{"jsonrpc":"1.0","id":1}\n'),
  () => aside('[1,{"jsonrpc":"2.0"}]\n'),
  () => aside('{"log":{"jsonrpc":"2.0"},"msg":"about a message"}\n'),
  () => aside(Buffer.concat([randomBytes(700), Buffer.from([0, 255, 10])])),
  () => aside('{"jsonrpc":\n'),
];
let printed = 0;
function print() {
  if (noisy) {
    KINDS[printed % KINDS.length](printed);
    printed++;
    if (printed % 2500 === 0) {
      aside('x'.repeat(3_000_000) + '\n');
    }
  }
}

const server = new Server({ name: 'trial', version: '1' }, { capabilities: { tools: {}, logging: {} } });
server.setRequestHandler(ListToolsRequestSchema, () => {
  print();
  return { tools: [{ name: 'echo', description: 'Says it again', inputSchema: { type: 'object' } }] };
});
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  print();
  if (params.arguments.number % 10 === 0) {
    await server.sendLoggingMessage({ level: 'info', data: `number ${params.arguments.number}` });
    print();
  }
  // Only where it is asked for: the same run shall give the same bytes.
  const pid = params.arguments.pid ? { structuredContent: { pid: process.pid } } : {};
  return { content: [{ type: 'text', text: params.arguments.text }], ...pid };
});
process.stdin.on('end', () => {
  if (process.env.WRAP_END === 'noise') {
    aside('{"level":30,"msg":"half a li');
  } else if (process.env.WRAP_END === 'message') {
    process.stdout.write('{"result":{},"jsonrpc":"2.0","i');
  }
  const report = { read: read.digest('hex'), messages: messages.digest('hex'), noise: noise.digest('hex'), noiseBytes, facts };
  writeFileSync(process.env.WRAP_REPORT, JSON.stringify(report));
  process.exit(7);
});
await server.connect(new StdioServerTransport());
