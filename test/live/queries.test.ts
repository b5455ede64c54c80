import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  NO_SPAN,
  parse,
  print,
  transform,
  walk,
  type Duration,
  type Expr,
  type VectorSelector,
} from '@binnacle/promql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { reasonToSkip } from '../exporters/programs.ts';
import { type Exporters, startExporters } from '../exporters/start.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const BINNACLE = join(ROOT, 'packages/cli/bin/binnacle.js');
/** The environment whose Prometheus is the one of Debian's package. */
const ENVIRONMENT = 'prod';
/** Long enough for a rate over {@link WINDOW}, and for records that are computed from records. */
const SETTLE = 12_000;
const WINDOW: Duration = { type: 'DurationLiteral', span: NO_SPAN, ms: 10_000 };

interface Asked {
  readonly where: string;
  readonly promql: string;
}

interface PanelQuery {
  readonly spec: { readonly query: { readonly group: string; readonly spec: { readonly expr?: string } } };
}
interface BuiltDashboard {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly elements: Readonly<
      Record<
        string,
        { readonly spec: { readonly data?: { readonly spec: { readonly queries: readonly PanelQuery[] } } } }
      >
    >;
  };
}
interface RuleFile {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert?: string; readonly record?: string; readonly expr: string }[];
  }[];
}

function built(folder: string, ...names: readonly string[]): string[] {
  const path = join(folder, ENVIRONMENT, ...names);
  return readdirSync(path).map((name) => join(path, name));
}

function dashboardQueries(folder: string): Asked[] {
  return built(folder, 'grafana/dashboards').flatMap((path) => {
    const { metadata, spec } = JSON.parse(readFileSync(path, 'utf8')) as BuiltDashboard;
    return Object.entries(spec.elements).flatMap(([key, element]) =>
      (element.spec.data?.spec.queries ?? [])
        .filter(({ spec: { query } }) => query.group === 'prometheus')
        .map(({ spec: { query } }) => ({ where: `${metadata.name}/${key}`, promql: query.spec.expr ?? '' })),
    );
  });
}

function ruleQueries(folder: string): Asked[] {
  return built(folder, 'prometheus').flatMap((path) =>
    (parseYaml(readFileSync(path, 'utf8')) as RuleFile).groups.flatMap(({ rules }) =>
      rules.map(({ alert, record, expr }) => ({ where: alert ?? record ?? '', promql: expr })),
    ),
  );
}

/** The query as Grafana sends it with every variable on “All”, and with windows that a young Prometheus can fill. */
function filledIn(promql: string): Expr {
  const { expr, errors } = parse(promql);
  if (errors.length > 0) throw new Error(`${promql}: ${errors[0]?.message}`);
  return transform(expr, (node) => {
    if (node.type === 'VectorSelector') {
      const matchers = node.matchers.map((matcher) =>
        matcher.value.includes('$') ? { ...matcher, op: '=~' as const, value: '.*' } : matcher,
      );
      return { ...node, matchers };
    }
    const isWindowed = node.type === 'MatrixSelector' || node.type === 'SubqueryExpr';
    return isWindowed && node.range.type === 'DurationVariable' ? { ...node, range: WINDOW } : node;
  });
}

function selectors(expr: Expr): VectorSelector[] {
  const found: VectorSelector[] = [];
  walk(expr, (node) => {
    if (node.type === 'VectorSelector') found.push(node);
  });
  return found;
}

/** True when the query may rightly be empty although its series exist: it keeps only what is wrong. */
function filters(expr: Expr): boolean {
  let found = false;
  walk(expr, (node) => {
    if (
      node.type === 'BinaryExpr' &&
      !node.bool &&
      ['==', '!=', '>', '<', '>=', '<=', 'and', 'unless'].includes(node.op)
    )
      found = true;
    if (node.type === 'Call' && node.func.startsWith('absent')) found = true;
  });
  return found;
}

const reason = reasonToSkip();

describe.skipIf(reason !== undefined)(
  `every query of this repository, on live exporters${reason === undefined ? '' : ` (${reason})`}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'binnacle-queries-'));
    let running: Exporters | undefined;

    async function api(path: string, parameters: Readonly<Record<string, string>>): Promise<unknown> {
      const response = await fetch(
        `${running?.prometheus}/api/v1/${path}?${new URLSearchParams(parameters).toString()}`,
      );
      const answer = (await response.json()) as {
        readonly status: string;
        readonly error?: string;
        readonly data?: unknown;
      };
      if (answer.status !== 'success') throw new Error(answer.error);
      return answer.data;
    }

    async function isLive(expr: Expr): Promise<boolean> {
      for (const { name, matchers, span } of selectors(expr)) {
        const bare: VectorSelector = {
          type: 'VectorSelector',
          span,
          matchers,
          ...(name === undefined ? {} : { name }),
        };
        const series = (await api('series', { 'match[]': print(bare) })) as readonly unknown[];
        if (series.length === 0) return false;
      }
      return true;
    }

    /** What is wrong with the answers: errors, and emptiness where every series asked for is there. */
    async function ask(queries: readonly Asked[]): Promise<{ readonly wrong: string[]; readonly answered: number }> {
      const wrong: string[] = [];
      let answered = 0;
      for (const { where, promql } of queries) {
        const expr = filledIn(promql);
        const query = print(expr);
        try {
          const { result } = (await api('query', { query })) as { readonly result: readonly unknown[] };
          if (result.length > 0) answered += 1;
          else if (!filters(expr) && (await isLive(expr))) wrong.push(`${where}: no data for ${query}`);
        } catch (error) {
          wrong.push(`${where}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      return { wrong, answered };
    }

    beforeAll(async () => {
      execFileSync(process.execPath, [BINNACLE, 'build', '--env', ENVIRONMENT, '--out', folder, '-q'], {
        cwd: ROOT,
        stdio: 'pipe',
      });
      running = await startExporters({ rules: built(folder, 'prometheus') });
      await sleep(SETTLE);
    }, 120_000);

    afterAll(async () => {
      await running?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('of a dashboard is answered, with data where its metrics are live', async () => {
      const { wrong, answered } = await ask(dashboardQueries(folder));
      expect(wrong).toEqual([]);
      expect(answered).toBeGreaterThan(100);
    });

    it('of a rule is answered, with data where its metrics are live', async () => {
      const { wrong, answered } = await ask(ruleQueries(folder));
      expect(wrong).toEqual([]);
      expect(answered).toBeGreaterThan(0);
    });

    it('is loaded by Prometheus, and every rule evaluates without an error', async () => {
      const { groups } = (await api('rules', {})) as {
        readonly groups: readonly {
          readonly rules: readonly { readonly name: string; readonly lastError?: string; readonly health: string }[];
        }[];
      };
      const rules = groups.flatMap((group) => group.rules);
      expect(rules.length).toBe(ruleQueries(folder).length);
      expect(
        rules.filter(({ health }) => health === 'err').map(({ name, lastError }) => `${name}: ${lastError}`),
      ).toEqual([]);
    });
  },
);
