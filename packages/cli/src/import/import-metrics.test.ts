import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { importMetrics, type ImportMetricsFlags } from './import-metrics.ts';

const FLAGS: ImportMetricsFlags = { service: 'shop', header: [], timeout: '5', waivers: true };
let folder = '';
let output = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'binnacle-import-'));
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  output = '';
  const keep = (chunk: unknown): boolean => {
    output += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

function scrape(text: string): string {
  const file = join(folder, 'scrape.txt');
  writeFileSync(file, text);
  return file;
}

const METRICS = join('services', 'shop', 'metrics.ts');

function written(): string {
  return readFileSync(join(folder, METRICS), 'utf8');
}

test('writes the contracts of the service, and says so', async () => {
  expect(await importMetrics(scrape('shop_carts 1\nshop_orders_total 1\ngo_goroutines 7\n'), FLAGS)).toBe(0);
  expect(output).toBe(
    'services/shop/metrics.ts: 2 contracts, 2 new\n  left out 1 family of the language runtime (go_, process_, …): --include-runtime takes them in\n' +
      "  next: in services/shop.ts, import { metrics } from './shop/metrics.ts' and write service('shop', { …, metrics })\n",
  );
  expect(written()).toContain("orders: counter('shop_orders_total'");
  expect(written()).not.toContain('go_goroutines');
});

test('a second run writes nothing; runtime metrics come in when asked for', async () => {
  const file = scrape('shop_carts 1\ngo_goroutines 7\n');
  await importMetrics(file, FLAGS);
  const first = written();
  await importMetrics(file, FLAGS);
  expect(written()).toBe(first);
  expect(output).toContain('1 contract, nothing new');
  expect(output.match(/next:/g)).toHaveLength(1);
  await importMetrics(file, { ...FLAGS, includeRuntime: true });
  expect(written()).toContain("gauge('go_goroutines'");
  const withRuntime = written();
  await importMetrics(file, FLAGS);
  expect(written()).toBe(withRuntime);
});

test('names that break the guide are waived, unless they are ours', async () => {
  const file = scrape('# TYPE shopOrders counter\nshopOrders 1\nshop_exporter_build_info{version="1"} 1\n');
  await importMetrics(file, { ...FLAGS, dryRun: true });
  expect(output).toContain("+    waiver: 'named and undocumented by shop_exporter',");
  await importMetrics(file, { ...FLAGS, waivers: false });
  expect(written()).not.toContain('waiver');
});

test('only some metrics', async () => {
  await importMetrics(scrape('shop_carts 1\nbilling_invoices 1\n'), { ...FLAGS, only: '^billing_' });
  expect(written()).not.toContain('shop_carts');
  await expect(importMetrics(scrape('a_b 1\n'), { ...FLAGS, only: '(' })).rejects.toThrow(
    'is not a regular expression',
  );
});

test('--dry-run shows a diff and writes nothing', async () => {
  await importMetrics(scrape('shop_carts 1\n'), { ...FLAGS, dryRun: true });
  expect(existsSync(join(folder, METRICS))).toBe(false);
  expect(output).toContain('--- services/shop/metrics.ts\n+++ services/shop/metrics.ts\n@@ -0,0 +1,');
  expect(output).toContain("+  shopCarts: gauge('shop_carts', {");
});

test('--json reports everything', async () => {
  await importMetrics(scrape('# TYPE a counter\nshop_carts 1\n'), { ...FLAGS, json: true });
  expect(JSON.parse(output)).toEqual({
    file: METRICS,
    written: true,
    added: ['shop_carts'],
    addedLabels: [],
    vanished: [],
    returned: [],
    differs: [],
    total: 1,
    leftOut: [{ name: 'a', reason: 'it has no samples, so its labels are unknown' }],
    runtime: 0,
  });
});

test('a bad scrape leaves the file and its folder as they were', async () => {
  await expect(importMetrics(scrape('shop_carts\n'), FLAGS)).rejects.toThrow(
    'scrape.txt:1:11: shop_carts has no value',
  );
  expect(readdirSync(folder)).toEqual(['scrape.txt']);
});

test.each<[Partial<ImportMetricsFlags>, string]>([
  [{ service: '../evil' }, '"../evil" is not the name of a service'],
  [{ out: 'metrics.json' }, '--out metrics.json is no TypeScript file'],
  [{ timeout: 'soon' }, '--timeout soon is not a number of seconds'],
  [{ header: ['secret'] }, '--header is not of the form name: value'],
  [{ job: 'a', match: 'b="c"' }, '--job and --match exclude each other'],
])('%j is refused', async (flags, message) => {
  await expect(importMetrics(scrape('shop_carts 1\n'), { ...FLAGS, ...flags })).rejects.toThrow(message);
});

test('no such file', async () => {
  await expect(importMetrics('nowhere.txt', FLAGS)).rejects.toThrow('cannot read nowhere.txt: there is no such file');
});
