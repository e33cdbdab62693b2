// An agent with the official TypeScript client, which checks each answer against its tool's schema.
// Prints a JSON array a line: ["check", what, violations] or ["say", line].
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { readFileSync, readdirSync } from "node:fs";
import { request } from "node:http";

const [launcher, engine, calls] = process.argv.slice(2);
const LEFT_PAD = { language: "javascript", packages: ["left-pad"] };
const LONG = { language: "javascript", packages: ["typescript@5.4.5", "webpack@5.91.0", "eslint@8.57.0"] };
const ALL = { policy: { rule: "keep-newest", value: 0 } };

const print = (...line) => console.log(JSON.stringify(line));
const check = (what, violations) => print("check", what, violations);
const say = (line) => print("say", line);

async function connect(words, environment = {}) {
  const violations = [];
  const transport = new StdioClientTransport({
    command: launcher,
    args: ["mcp", ...words],
    env: { ...process.env, DOCKER_HOST: engine, ...environment },
    stderr: "ignore",
  });
  const client = new Client({ name: "trial", version: "1" });
  client.onerror = (e) => violations.push(`not of the protocol: ${e.message}`);
  await client.connect(transport);
  const { tools } = await client.listTools();
  return { client, violations, names: tools.map((tool) => tool.name), pid: transport.pid };
}

function asked(path) {
  return new Promise((done, failed) => {
    request({ socketPath: engine.replace("unix://", ""), path }, (answer) => {
      let text = "";
      answer.on("data", (part) => (text += part));
      answer.on("end", () => done(JSON.parse(text)));
    }).on("error", failed).end();
  });
}

async function onEngine() {
  const images = await asked("/images/json?all=1");
  const containers = await asked("/containers/json?all=1");
  return JSON.stringify([
    images.map((image) => image.Id + (image.RepoTags ?? []).join()).sort(),
    containers.map((container) => container.Id).sort(),
  ]);
}

async function attempt(what, violations, work) {
  try {
    await work();
  } catch (e) {
    violations.push(String(e.message ?? e));
  }
  check(what, violations.splice(0));
}

function expect(violations, truth, otherwise) {
  if (!truth) {
    violations.push(otherwise);
  }
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

const agent = await connect([]);
const { client, violations } = agent;
const call = (name, args = {}, options) => client.callTool({ name, arguments: args }, undefined, options);

await attempt("each tool answers what its schema says", violations, async () => {
  for (const [name, args] of [
    ["cache_overview", {}],
    ["cache_lookup", LEFT_PAD],
    ["cache_contains", { package: "left-pad" }],
    ["cache_prune_preview", ALL],
  ]) {
    const answer = await call(name, args);
    expect(violations, !answer.isError && answer.structuredContent, `${name}: ${JSON.stringify(answer)}`);
  }
});

let notes = 0;
await attempt("an install tells its progress, and its set is a hit then", violations, async () => {
  const answer = await call("cache_install", LEFT_PAD, { onprogress: () => notes++, timeout: 600_000 });
  expect(violations, answer.structuredContent?.success, JSON.stringify(answer));
  expect(violations, notes > 0, "no progress was told");
  const again = await call("cache_lookup", LEFT_PAD);
  expect(violations, again.structuredContent.hit, "no hit after the install");
});
say(`${notes} notes of progress`);

await attempt("the list and the inside of an image can be read", violations, async () => {
  const list = JSON.parse((await client.readResource({ uri: "cache://images" })).contents[0].text);
  const reference = list.find((image) => image.kind === "cached").reference;
  const inside = await client.readResource({ uri: `cache://images/${reference}` });
  const packages = JSON.parse(inside.contents[0].text).packages.map((each) => each.name);
  expect(violations, packages.includes("left-pad"), `inside: ${packages}`);
});

await attempt("a cancelled install leaves nothing, and a lookup is answered meanwhile", violations, async () => {
  const before = await onEngine();
  const cancel = new AbortController();
  const install = call("cache_install", LONG, {
    signal: cancel.signal,
    onprogress: () => {},
    timeout: 600_000,
  }).then(() => "answered", () => "cancelled");
  while ((await onEngine()) === before) {
    await pause(50);
  }
  const start = Date.now();
  await call("cache_lookup", LEFT_PAD);
  say(`a lookup during an install took ${Date.now() - start} ms`);
  await pause(500);
  cancel.abort("no longer wanted");
  expect(violations, (await install) === "cancelled", "the install was answered");
  const deadline = Date.now() + 30_000;
  while ((await onEngine()) !== before && Date.now() < deadline) {
    await pause(50);
  }
  expect(violations, (await onEngine()) === before, "something is left on the engine");
  const answer = await call("cache_lookup", LONG);
  expect(violations, answer.structuredContent.hit === false, "the cancelled set is a hit");
});

await attempt("without permission nothing is removed", violations, async () => {
  expect(violations, !agent.names.includes("cache_prune"), "the tool is offered");
  const before = await onEngine();
  const answer = await call("cache_prune", ALL).catch(() => ({ isError: true }));
  expect(violations, answer.isError, "the call was answered");
  expect(violations, (await onEngine()) === before, "something is gone");
});

const memory = [];
const files = [];
await attempt(`${calls} calls`, violations, async () => {
  const kilobytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${agent.pid}/status`, "utf8"))[1]);
  const start = Date.now();
  for (let i = 1; i <= calls; i++) {
    const answer = i % 2 ? await call("cache_lookup", LEFT_PAD) : await call("cache_contains", { package: "left-pad" });
    expect(violations, !answer.isError, `call ${i}: ${JSON.stringify(answer)}`);
    if (i % (calls / 10) === 0) {
      memory.push(Math.round(kilobytes() / 1024));
      files.push(readdirSync(`/proc/${agent.pid}/fd`).length);
    }
  }
  say(`${((Date.now() - start) / calls).toFixed(1)} ms a call; resident MB after each tenth: ${memory.join(" ")}; open files: ${files.join(" ")}`);
  expect(violations, memory.at(-1) < memory[1] * 1.25, `memory grows: ${memory}`);
  expect(violations, files.at(-1) < files[1] + 10, `open files grow: ${files}`);
});
await client.close();

const trusted = await connect(["--allow-removal"]);
await attempt("with permission goes what the preview said", trusted.violations, async () => {
  const references = (answer) => answer.structuredContent.removed.map((gone) => gone.reference).sort().join();
  const announced = references(await trusted.client.callTool({ name: "cache_prune_preview", arguments: ALL }));
  const removed = references(await trusted.client.callTool({ name: "cache_prune", arguments: ALL }));
  expect(trusted.violations, announced !== "" && announced === removed, `${announced} announced, ${removed} removed`);
});
await trusted.client.close();

const lost = await connect([], { DOCKER_HOST: "unix:///nowhere.sock" });
await attempt("without an engine each call is an error that says so", lost.violations, async () => {
  for (let i = 0; i < 2; i++) {
    const answer = await lost.client.callTool({ name: "cache_overview", arguments: {} });
    expect(lost.violations, answer.isError && answer.content[0].text.length > 40, JSON.stringify(answer));
  }
});
await lost.client.close();
