// Side by side: @binnacle/promql (syntax, types, regular expressions) and @prometheus-io/lezer-promql (syntax alone), over every
// expression of the mixins in ../shared/corpus. Run: npm run build -w packages/promql && node test/bench/promql.mjs [rounds]
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, pretty, print } from '@binnacle/promql';
import { parser as lezer } from '@prometheus-io/lezer-promql';
import { parse as parseYaml } from 'yaml';

const MIXINS = fileURLToPath(new URL('../../../shared/corpus/mixins', import.meta.url));
const ROUNDS = Number(process.argv[2] ?? 15);

const exprs = readdirSync(MIXINS, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:json|yaml)$/.test(entry.name))
  .flatMap((entry) => {
    const text = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    return collect(entry.name.endsWith('.json') ? JSON.parse(text) : parseYaml(text));
  });

function collect(value) {
  if (Array.isArray(value)) return value.flatMap(collect);
  if (typeof value !== 'object' || value === null) return [];
  const own = typeof value.expr === 'string' && value.expr.trim() !== '' ? [value.expr] : [];
  return [...own, ...Object.values(value).flatMap(collect)];
}

const trees = exprs.map((text) => parse(text).expr);
const tasks = {
  'binnacle parse': () => exprs.reduce((sum, text) => sum + parse(text).errors.length, 0),
  // A tree is of use once it has been walked: both are timed with every node visited.
  'lezer parse + iterate': () =>
    exprs.reduce((sum, text) => {
      lezer.parse(text).iterate({ enter: ({ type }) => void (sum += type.isError ? 1 : 0) });
      return sum;
    }, 0),
  'lezer parse': () => exprs.reduce((sum, text) => sum + lezer.parse(text).length, 0),
  'binnacle print': () => trees.reduce((sum, tree) => sum + print(tree).length, 0),
  'binnacle pretty': () => trees.reduce((sum, tree) => sum + pretty(tree).length, 0),
};

const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
for (let round = -3; round < ROUNDS; round++) {
  // Interleaved, so that whatever else the machine does hits all of them.
  for (const [name, run] of Object.entries(tasks)) {
    const start = performance.now();
    run();
    if (round >= 0) times[name].push(performance.now() - start);
  }
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const characters = exprs.reduce((sum, text) => sum + text.length, 0);
console.log(
  `${exprs.length} expressions, ${Math.round(characters / exprs.length)} characters on average, ${ROUNDS} rounds`,
);
console.table(
  Object.fromEntries(
    Object.entries(times).map(([name, values]) => [
      name,
      {
        'median ms': Number(median(values).toFixed(2)),
        'min ms': Number(Math.min(...values).toFixed(2)),
        'expressions/s': Math.round((exprs.length / median(values)) * 1000),
      },
    ]),
  ),
);
const ratio = median(times['lezer parse']) / median(times['binnacle parse']);
console.log(`lezer parse / binnacle parse = ${ratio.toFixed(2)} (ratio of medians; above 1: binnacle is faster)`);
