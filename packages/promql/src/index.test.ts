import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import * as promql from './index.ts';
import { build, compare, equal, parse, pretty, print, transform, walk, type Expr, type Span } from './index.ts';

const CORPUS = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url));
const present = existsSync(CORPUS);

/** Both printed forms of a query that parses, read back; what is wrong, if anything. */
function roundTrip(text: string): string | undefined {
  const { expr, errors } = parse(text);
  if (errors.length > 0) return `${text}: ${errors[0]?.message}`;
  for (const printed of [print(expr), pretty(expr)]) {
    const again = parse(printed);
    if (again.errors.length > 0 || !equal(expr, again.expr)) return `${text} became ${printed}`;
    if (compare(expr, again.expr) !== undefined) return `${text} changed when read back`;
    if (print(again.expr) !== print(expr)) return `${text} prints differently when read back`;
  }
  return undefined;
}

function failures(queries: readonly string[]): readonly string[] {
  return queries.flatMap((query) => roundTrip(query) ?? []);
}

describe.skipIf(!present)('real queries (skipped when ../shared/corpus is absent)', () => {
  it("reads every query of Prometheus's engine tests, and prints it so that it reads back the same", () => {
    const queries = fields(JSON.parse(readFileSync(path.join(CORPUS, 'promql/queries.json'), 'utf8')), 'query');
    expect(queries.length).toBeGreaterThan(1000);
    expect(failures(queries)).toEqual([]);
  });

  it('reads every expression of the rules of 53 mixins, without Grafana variables', () => {
    const exprs = ruleExprs();
    expect(exprs.length).toBeGreaterThan(300);
    expect(failures(exprs)).toEqual([]);
    expect(exprs.filter((expr) => parse(expr, { variables: false }).errors.length > 0)).toEqual([]);
  });

  it('shows less than both, and at once, of any expression that became its neighbour', () => {
    const exprs = ruleExprs().map((expr) => parse(expr).expr);
    const began = performance.now();
    for (const [i, expr] of exprs.entries()) {
      const next = exprs[i + 1] ?? expr;
      const shown = (compare(expr, next) ?? []).flatMap(({ before, after }) => [before, after]).join('');
      expect(shown.length).toBeLessThanOrEqual(print(expr).length + print(next).length);
    }
    expect((performance.now() - began) / exprs.length).toBeLessThan(50);
  });

  it('reads every Prometheus query of the dashboards of 53 mixins', () => {
    const exprs = dashboardExprs();
    expect(exprs.length).toBeGreaterThan(1500);
    expect(failures(exprs)).toEqual([]);
  });
});

/** Every string with this key in a file. */
function fields(value: unknown, key: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]: [string, unknown]) =>
    name === key && typeof item === 'string' ? [item] : fields(item, key),
  );
}

function files(extension: string): readonly string[] {
  return readdirSync(path.join(CORPUS, 'mixins'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function ruleExprs(): readonly string[] {
  return files('.yaml').flatMap((file) => collect(parseYaml(readFileSync(file, 'utf8'))));
}

function dashboardExprs(): readonly string[] {
  return files('.json').flatMap((file) => collect(JSON.parse(readFileSync(file, 'utf8'))));
}

/** Every `expr` in a file that is not left empty, but for those of a datasource that is not Prometheus, and the queries of template variables. */
function collect(value: unknown, datasource = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => collect(item, datasource));
  if (typeof value !== 'object' || value === null) return [];
  const own = 'datasource' in value ? JSON.stringify(value.datasource) : datasource;
  const found: string[] = [];
  if ('expr' in value && typeof value.expr === 'string' && value.expr.trim() !== '' && !NOT_PROMETHEUS.test(own))
    found.push(value.expr);
  if ('query' in value && 'type' in value && value.type === 'query' && !NOT_PROMETHEUS.test(own)) {
    const text = typeof value.query === 'string' ? value.query : queryOf(value.query);
    const inner = /^\s*(?:label_values\((.+),\s*\w+\s*\)|query_result\((.+)\))\s*$/s.exec(text);
    const expr = inner?.[1] ?? inner?.[2];
    if (expr !== undefined) found.push(expr);
  }
  return [...found, ...Object.values(value).flatMap((item) => collect(item, own))];
}

function queryOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'string'
    ? value.query
    : '';
}

/** Loki's targets are LogQL; Grafana's own datasources take no query language. */
const NOT_PROMETHEUS = /loki|grafana|elasticsearch|mysql|postgres/i;

function within(span: Span, outer: Span): boolean {
  return outer.start <= span.start && span.start <= span.end && span.end <= outer.end;
}

describe('any text', () => {
  const pieces = [
    'sum', 'rate', 'foo', 'by', 'without', 'on', 'ignoring', 'group_left', 'offset', 'bool', 'and', 'or', 'unless', 'atan2',
    'step', 'min_of', 'start', 'end', 'anchored', 'smoothed', 'fill', 'inf', '(', ')', '{', '}', '[', ']', ',', ':', '=', '==',
    '!=', '=~', '!~', '+', '-', '*', '/', '%', '^', '@', '<', '</', '>/', '>=', '5m', '1h30m', '0x1F', '1e3', '.5', '7', '"a"',
    "'b'", '`c`', '$x', '${y:csv}', '[[z]]', '$__rate_interval', '#', '\n', ' ', '“', '|=', '\\', '"', "'", '\ud800', 'é',
  ]; // prettier-ignore
  const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''));
  const spaced = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(' '));
  const texts = fc.oneof(soup, spaced, fc.string({ unit: 'binary', maxLength: 60 }));

  it('is read without throwing, and every position lies within it, and within that of what it is part of', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, variables) => {
        const { expr, errors } = parse(text, { variables });
        const whole = { start: 0, end: text.length };
        const spans = errors.map(({ span }) => [span, whole] as const);
        walk(expr, ({ span }, parents) => void spans.push([span, parents.at(-1)?.span ?? whole]));
        expect(spans.filter(([span, outer]) => !within(span, outer))).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('that is a query prints and reads back as the same query', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(parse(text).errors.length > 0 ? undefined : roundTrip(text)).toBeUndefined();
      }),
      { numRuns: 5000 },
    );
  });
});

describe('any expression made in code', () => {
  const name = fc.constantFrom('up', 'http_requests_total', 'job:x:rate5m', 'sum', 'http.requests');
  const label = fc.constantFrom('job', 'instance', 'le', 'by', 'a b');
  const matcher = fc
    .tuple(label, fc.string({ unit: 'binary' }), fc.constantFrom('=', '!=' as const))
    .map(([key, value, op]) => build.matcher(key, value.replaceAll(/\p{Surrogate}/gu, ''), op));
  const selector = fc
    .tuple(name, fc.array(matcher, { maxLength: 3 }))
    .map(([metric, matchers]) => build.selector(metric, matchers));
  const ms = fc.integer({ min: 1, max: 10 ** 9 });
  const range = fc.tuple(selector, ms, fc.integer({ min: -(10 ** 9), max: 10 ** 9 })).map(([vector, length, by]) => {
    const node = build.matrix(vector, length);
    return by === 0 ? node : build.offset(node, by);
  });
  const { vector } = fc.letrec<{ vector: Expr; scalar: Expr }>((tie) => ({
    scalar: fc.oneof(
      { depthSize: 'small' },
      fc.double().map(build.number),
      fc
        .tuple(fc.constantFrom('+', '-', '*', '/', '^', '%' as const), tie('scalar'), tie('scalar'))
        .map(([op, a, b]) => build.binary(op, a, b)),
      tie('scalar').map((inner) => build.unary('-', build.paren(inner))),
    ),
    vector: fc.oneof(
      { depthSize: 'small' },
      selector,
      range.map((matrix) => build.call('rate', matrix)),
      fc
        .tuple(fc.constantFrom('sum', 'max' as const), tie('vector'), fc.uniqueArray(label))
        .map(([op, inner, by]) => build.aggregate(op, inner, { by })),
      fc.tuple(tie('vector'), tie('scalar')).map(([inner, param]) => build.aggregate('topk', inner, { param })),
      fc
        .tuple(
          fc.constantFrom('+', '-', '*', '/', '^', 'atan2', '==', '>', 'and', 'or', 'unless' as const),
          tie('vector'),
          tie('vector'),
        )
        .map(([op, a, b]) => build.binary(op, a, b)),
      fc
        .tuple(tie('vector'), tie('vector'), fc.uniqueArray(label))
        .map(([a, b, on]) => build.binary('/', a, b, { on, groupLeft: [] })),
      tie('vector').map((inner) => build.unary('-', inner)),
      fc
        .tuple(tie('vector'), ms, ms)
        .map(([inner, length, step]) => build.call('max_over_time', build.subquery(inner, length, step))),
    ),
  }));

  it('prints as a query that reads back as the same expression', () => {
    fc.assert(
      fc.property(vector, (expr) => {
        for (const printed of [print(expr), pretty(expr)]) {
          const { expr: again, errors } = parse(printed);
          expect([printed, errors, equal(expr, again, { parens: 'ignore' })]).toEqual([printed, [], true]);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same object after a transformation that changes nothing, and an equal one after one that rebuilds all', () => {
    fc.assert(
      fc.property(vector, (expr) => {
        expect(transform(expr, (node) => node)).toBe(expr);
        expect(
          equal(
            transform(expr, (node) => ({ ...node })),
            expr,
          ),
        ).toBe(true);
      }),
    );
  });
});

describe('the README', () => {
  const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const blocks = [...README.matchAll(/^```js\n(.*?)^```$/gms)].map(([, code = '']) => code);

  it('has examples', () => {
    expect(blocks.length).toBeGreaterThan(3);
  });

  it.each(blocks)('example %#', (code) => {
    const results: [unknown, unknown][] = [];
    // `value; // → expected` becomes a comparison.
    const checked = code.replaceAll(/^(.*); \/\/ → (.*)$/gm, 'results.push([$1, $2]);');
    runInNewContext(checked, { ...promql, results });
    const plain: unknown = JSON.parse(JSON.stringify(results));
    expect(results.length).toBeGreaterThan(0);
    expect(plain).toEqual(results.map(([, expected]) => [expected, expected]));
  });

  it('shows an error as it is rendered', () => {
    const [error] = promql.parse('rat(up)').errors;
    expect(README).toContain(error && promql.renderError('rat(up)', error));
  });
});
