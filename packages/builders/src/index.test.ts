import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// What a person who writes definitions reads: messages of the compiler, and what an editor shows.

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const TSC = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');

const PREAMBLE = `import * as b from '@binnacle/builders';
const { absent, changes, count, histogramQuantile, rate, resets, sum, seconds, query, alert } = b;
const requests = b.counter('http_requests_total', { help: 'HTTP requests answered.', unit: 'requests', labels: { method: b.oneOf('GET', 'POST'), code: b.httpStatus() } });
const failed = b.counter('http_failed_total', { help: 'HTTP requests failed.', unit: 'requests', labels: { method: b.oneOf('GET', 'POST') } });
const inFlight = b.gauge('http_in_flight', { help: 'Requests being answered.', unit: 'requests' });
const memory = b.gauge('memory_bytes', { help: 'Memory in use.', unit: 'bytes' });
const duration = b.histogram('http_duration_seconds', { help: 'How long answers take.', unit: 'seconds', buckets: [0.1, 1] });
const build = b.info('build_info', { help: 'What runs.', labels: { version: b.bounded(3) } });
const perCode = sum(rate(requests), { by: ['code'] });
`;

/** A mistake, and what the compiler says of it. Each has a neighbour below that compiles. */
const MISTAKES: Readonly<Record<string, readonly [code: string, message: string]>> = {
  'an unknown label in a matcher': [
    `requests.where({ metod: 'GET' })`,
    `'metod' does not exist in type 'SeriesMatchers<{ method: Domain<"GET" | "POST">; code: Domain<\`\${number}\`>; }, never>'. Did you mean to write 'method'?`,
  ],
  'a value outside oneOf': [
    `requests.where({ method: 'FETCH' })`,
    `Type '"FETCH"' is not assignable to type '"GET" | "POST" | Match<"GET" | "POST">'.`,
  ],
  'an unknown label in by': [
    `sum(rate(requests), { by: ['metod'] })`,
    `Type '"metod"' is not assignable to type '"code" | "instance" | "job" | "method"'. Did you mean '"method"'?`,
  ],
  'an unknown label in on': [
    `rate(requests).mul(build, { on: ['code'] })`,
    `Type '"code"' is not assignable to type '"instance" | "job"'.`,
  ],
  'an unknown label in group_left': [
    `rate(requests).mul(build, { on: ['job'], groupLeft: ['versoin'] })`,
    `Type '"versoin"' is not assignable to type '"instance" | "job" | "version"'. Did you mean '"version"'?`,
  ],
  'different labels on the two sides': [
    `rate(failed).div(rate(requests))`,
    `parameter of type '"only one side has the label code: add { on: […] } or { ignoring: […] }"'.`,
  ],
  'an unknown label in a legend': [`query(perCode, { legend: '{{method}}' })`, `"the expression has no label method"`],
  'an unknown label in an annotation': [
    `alert('A', { expr: perCode.gt(1), severity: 'page', summary: ({ label }) => label('method') })`,
    `'"code" | "the expression returns no label method: keep it with by"'.`,
  ],
  'a label where none is returned': [
    `alert('A', { expr: sum(rate(requests)).gt(1), severity: 'page', summary: ({ label }) => label('tenant') })`,
    `Argument of type '"tenant"' is not assignable to parameter of type '"the expression returns no label tenant: keep it with by"'.`,
  ],
  'a severity that is none': [
    `alert('A', { expr: perCode.gt(1), severity: 'critical', summary: '' })`,
    `Type '"critical"' is not assignable to type '"info" | "page" | "ticket"'.`,
  ],
  'rate of a gauge': [
    `rate(inFlight)`,
    `parameter of type '"this is a gauge: use delta() or deriv(); rate() and increase() are for counters"'.`,
  ],
  'rate of a sum': [
    `rate(sum(requests))`,
    `parameter of type '"this is not a metric or a range: take the function first and aggregate its result, or use .subquery()"'.`,
  ],
  'a counter in a panel': [`query(requests)`, `"http_requests_total is a raw counter: use rate() or increase()"`],
  'a sum of counters in an alert': [
    `alert('A', { expr: sum(requests).gt(1), severity: 'page', summary: '' })`,
    `"this is a raw counter: use rate() or increase()"`,
  ],
  'a quantile without le': [
    `histogramQuantile(0.9, sum(rate(duration.bucket), { by: ['job'] }))`,
    `"the label le is gone: keep it, as in sum(rate(h.bucket), { by: ['le'] })"`,
  ],
  'a bound that is no bucket': [
    `duration.shareBelow(0.2)`,
    `Argument of type '0.2' is not assignable to parameter of type '0.1 | 1'.`,
  ],
  'seconds + bytes': [`memory.add(duration.mean())`, `parameter of type '"unit mismatch: bytes + seconds"'.`],
  'bytes > seconds': [`memory.gt(seconds(3))`, `parameter of type '"unit mismatch: bytes > seconds"'.`],
  'a computed metric name': [
    `b.gauge('x'.toUpperCase(), { help: 'X.', unit: 'bytes' })`,
    `parameter of type '"write the metric name as a literal"'.`,
  ],
};

const RIGHT = [
  `requests.where({ method: 'GET', code: b.regex('5..') });`,
  `sum(rate(requests), { by: ['code'] });`,
  `rate(requests).mul(build, { on: ['job', 'instance'], groupLeft: ['version'] });`,
  `rate(failed).div(rate(requests), { on: ['method'], groupRight: [] });`,
  `query(perCode, { legend: '{{code}} {{ code }}' });`,
  `alert('A', { expr: perCode.gt(1), severity: 'page', summary: ({ label }) => label('code') });`,
  `b.delta(inFlight);`,
  `b.avgOverTime(rate(requests).subquery('1h'));`,
  `query(rate(requests)); query(resets(requests)); query(changes(requests)); query(absent(requests)); query(count(requests));`,
  `query(requests.sub(failed, { ignoring: ['code'] }));`,
  `histogramQuantile(0.9, sum(rate(duration.bucket), { by: ['le', 'job'] }));`,
  `duration.shareBelow(0.1);`,
  `memory.add(memory); memory.gt(b.mebibytes(3)); memory.gt(3);`,
];

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'binnacle-types-')));

beforeAll(() => {
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2023',
        lib: ['es2023'],
        module: 'nodenext',
        types: ['node'],
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        allowImportingTsExtensions: true,
        customConditions: ['@binnacle/source'],
      },
      files: ['definition.ts'],
    }),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Messages of the compiler for the definition file, by line. */
async function compile(text: string): Promise<ReadonlyMap<number, string>> {
  writeFileSync(join(folder, 'definition.ts'), text);
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [TSC, '-p', folder, '--pretty', 'false'], { cwd: folder }, (_, stdout) => {
      resolve(stdout);
    });
  });
  const messages = new Map<number, string>();
  for (const part of output.split(/\n(?=\S)/)) {
    const line = /^definition\.ts\((\d+),/.exec(part)?.[1];
    if (line !== undefined) messages.set(Number(line), `${messages.get(Number(line)) ?? ''}${part}`);
  }
  return messages;
}

describe('the compiler', () => {
  const first = PREAMBLE.split('\n').length;
  let messages: ReadonlyMap<number, string> = new Map();
  beforeAll(async () => {
    messages = await compile(
      [PREAMBLE.trimEnd(), ...Object.values(MISTAKES).map(([code]) => `${code};`), ...RIGHT].join('\n'),
    );
  });

  it.each(Object.entries(MISTAKES).map(([what, [, message]], i) => [what, i, message] as const))(
    'explains %s',
    (_, i, message) => {
      expect(messages.get(first + i)).toContain(message);
    },
  );

  it('has nothing to say of what is right', () => {
    const start = first + Object.keys(MISTAKES).length;
    expect([...messages].filter(([line]) => line < first || line >= start)).toEqual([]);
  });
});

describe('the page', () => {
  it('shows metrics and queries that compile', async () => {
    const page = readFileSync(join(ROOT, 'packages', 'builders', 'README.md'), 'utf8');
    const examples = [...page.matchAll(/```ts\n(.*?)```/gs)]
      .map(([, example = '']) => example)
      .filter((example) => example.includes("from '@binnacle/builders'") && !example.includes("from '."));
    expect(examples).toHaveLength(2);
    for (const example of examples) expect([...(await compile(example))]).toEqual([]);
  });
});

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly items?: readonly unknown[] };
  readonly result?: unknown;
}

/** What the protocol promises of an answer. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- JSON of another process
function answer<T>(value: unknown): T;
function answer(value: unknown): unknown {
  return value;
}

/** A conversation with the language server of the pinned TypeScript. */
function languageServer() {
  const server = spawn(process.execPath, [TSC, '--lsp', '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const waiting = new Map<number, (result: unknown) => void>();
  let buffer = Buffer.alloc(0);
  let last = 0;
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const receive = ({ id, method, params, result }: Message) => {
    if (id === undefined) return;
    if (method !== undefined) send({ id, result: params?.items?.map(() => null) ?? null });
    else waiting.get(id)?.(result);
  };
  server.stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const head = buffer.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, Math.max(head, 0)).toString())?.[1]);
      if (head < 0 || buffer.length < head + 4 + length) return;
      receive(answer<Message>(JSON.parse(buffer.subarray(head + 4, head + 4 + length).toString())));
      buffer = buffer.subarray(head + 4 + length);
    }
  });
  return {
    notify: (method: string, params: object) => send({ method, params }),
    request: (method: string, params: object) =>
      new Promise<unknown>((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        send({ id: last, method, params });
      }),
    stop: () => server.kill(),
  };
}

describe('an editor', () => {
  it('shows the help of a metric where one is completed', async () => {
    const text = `${PREAMBLE}const service = { metrics: { requests, duration } };\nservice.metrics.`;
    writeFileSync(join(folder, 'definition.ts'), text);
    const uri = pathToFileURL(join(folder, 'definition.ts')).href;
    const { notify, request, stop } = languageServer();
    await request('initialize', { processId: null, rootUri: pathToFileURL(folder).href, capabilities: {} });
    notify('initialized', {});
    notify('textDocument/didOpen', { textDocument: { uri, languageId: 'typescript', version: 1, text } });
    const lines = text.split('\n');
    const completion = answer<{ readonly items: readonly { readonly label: string }[] }>(
      await request('textDocument/completion', {
        textDocument: { uri },
        position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
      }),
    );
    const details = await Promise.all(
      completion.items.map(async (item) => {
        return answer<{ readonly detail: string }>(await request('completionItem/resolve', item)).detail;
      }),
    );
    stop();
    expect(details.find((detail) => detail.includes('http_requests_total'))).toContain('HTTP requests answered.');
    expect(details.find((detail) => detail.includes('http_duration_seconds'))).toContain('How long answers take.');
  });
});
