import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unquote } from '@binnacle/promql';
import { stringify } from 'yaml';
import { find } from '../exporters/programs.ts';

export type Labels = Readonly<Record<string, string>>;

/** Samples and rules as promtool's unit tests write them, and what is asked of them. */
export interface Scenario {
  /** Content of a rule file. */
  readonly groups: readonly unknown[];
  readonly series: readonly { readonly series: string; readonly values: string }[];
  /** Between two samples, and between two evaluations: `1m`. */
  readonly interval: string;
  readonly externalLabels?: Labels;
  readonly externalUrl?: string;
  /** The firing alerts of a name at a time. */
  readonly alerts: readonly { readonly time: string; readonly name: string }[];
  /** Samples of an expression at a time. */
  readonly samples?: readonly { readonly time: string; readonly expr: string }[];
}

export interface FiringAlert {
  readonly labels: Labels;
  readonly annotations: Labels;
}

export interface Outcome {
  /** By `TIME NAME`, in the order of labels. */
  readonly alerts: ReadonlyMap<string, readonly FiringAlert[]>;
  /** By `TIME EXPR`: `{labels} value`. */
  readonly samples: ReadonlyMap<string, readonly string[]>;
}

const QUOTED = /"(?:[^"\\]|\\.)*"/;
const LABEL = new RegExp(`(?:([\\w.]+)|(${QUOTED.source}))=(${QUOTED.source})`, 'g');
/** A label no alert and no sample has: what expects it, promtool reports with what it got. */
const IMPOSSIBLE = 'impossible_label';

function text(quoted: string): string {
  const value = unquote(quoted);
  if (typeof value !== 'string') throw new Error(`promtool printed ${quoted}`);
  return value;
}

function labelsOf(printed: string): Labels {
  return Object.fromEntries(
    [...printed.matchAll(LABEL)].map(([, plain, quoted, value]) => [
      plain ?? text(quoted ?? '""'),
      text(value ?? '""'),
    ]),
  );
}

/** The version of the promtool on the path. */
export function promtoolVersion(): string {
  const printed = execFileSync(find('promtool') ?? 'promtool', ['--version'], { encoding: 'utf8' });
  return /version (\d+\.\d+\.\d+)/.exec(printed)?.[1] ?? '0.0.0';
}

function readAlerts(report: string): Map<string, FiringAlert[]> {
  const found = new Map<string, FiringAlert[]>();
  const blocks = report.matchAll(
    /alertname: (.*), time: (.*), ?\n\s+exp:\[[^]*?\n\s+\], ?\n\s+got:\[([^]*?)(?=\n\s+\]\n|\]\n)/g,
  );
  for (const [, name, time, got = ''] of blocks) {
    const alerts = [...got.matchAll(/Labels:(\{.*\})\n\s+Annotations:(\{.*\})/g)].map(([, labels, annotations]) => ({
      labels: labelsOf(labels ?? ''),
      annotations: labelsOf(annotations ?? ''),
    }));
    found.set(`${time} ${name}`, alerts);
  }
  return found;
}

function readSamples(report: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, expr, time, got = ''] of report.matchAll(/expr: (".*"), time: (.*),\n\s+exp: .*\n\s+got: ?(.*)/g)) {
    const samples = got === 'nil' ? [] : got.split(/(?<=[\dfN]), (?=\{)/);
    found.set(`${time} ${text(expr ?? '""')}`, samples);
  }
  return found;
}

/** What promtool computes for a scenario. @throws with promtool's words when it refuses it. */
export function askPromtool(scenario: Scenario): Outcome {
  const { groups, series, interval, externalLabels = {}, externalUrl = '', alerts, samples = [] } = scenario;
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-promtool-'));
  try {
    writeFileSync(join(folder, 'rules.yaml'), stringify({ groups }, { lineWidth: 0 }));
    const test = {
      rule_files: ['rules.yaml'],
      evaluation_interval: interval,
      group_eval_order: (groups as readonly { readonly name: string }[]).map(({ name }) => name),
      tests: [
        {
          interval,
          input_series: series,
          external_labels: externalLabels,
          external_url: externalUrl,
          alert_rule_test: alerts.map(({ time, name }) => ({
            eval_time: time,
            alertname: name,
            exp_alerts: [{ exp_labels: { [IMPOSSIBLE]: 'x' } }],
          })),
          promql_expr_test: samples.map(({ time, expr }) => ({
            eval_time: time,
            expr,
            exp_samples: [{ labels: `{${IMPOSSIBLE}="x"}`, value: 0 }],
          })),
        },
      ],
    };
    writeFileSync(join(folder, 'test.yaml'), stringify(test, { lineWidth: 0 }));
    const run = spawnSync(find('promtool') ?? 'promtool', ['test', 'rules', 'test.yaml'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    const report = `${run.stdout}\n${run.stderr}`;
    const outcome = { alerts: readAlerts(report), samples: readSamples(report) };
    if (outcome.alerts.size + outcome.samples.size < new Set(alerts.map(({ time, name }) => time + name)).size) {
      throw new Error(`promtool did not answer everything:\n${report.slice(0, 5000)}`);
    }
    return outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
