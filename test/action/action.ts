import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ACTION = fileURLToPath(new URL('../../action.yml', import.meta.url));

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

/** What an action file holds, as far as it is run here. */
export interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

/** The action of this repository. */
export function actionFile(): ActionFile {
  return parse(readFileSync(ACTION, 'utf8')) as ActionFile;
}

/** How a job uses the action. */
export interface Use {
  /** Folder of the checkout. */
  readonly workspace: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** What GitHub hands over with the run. */
  readonly event?: unknown;
  /** Variables of the job: secrets, and where GitHub's API is. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What became of it. */
export interface Used {
  readonly code: number;
  readonly log: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** Artifacts that were to be kept: name and path. */
  readonly artifacts: readonly (readonly [name: string, path: string])[];
}

/** Replaces the few expressions the action may hold; any other is a mistake. */
function evaluated(text: string, context: Readonly<Record<string, string | undefined>>): string {
  return text.replaceAll(/\$\{\{\s*(.*?)\s*\}\}/g, (_all, expression: string) => {
    if (!/^(?:inputs|steps\.run\.outputs)\.[\w-]+$|^github\.token$/.test(expression)) {
      throw new Error(`action.yml holds the expression ${expression}, which these tests do not know`);
    }
    return context[expression] ?? '';
  });
}

function mapped<V>(record: Readonly<Record<string, V>>, of: (value: V) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]): [string, string] => [name, of(value)]));
}

function outputsIn(text: string): Record<string, string> {
  const blocks = text.matchAll(/^([\w-]+)<<(end-[\da-f-]+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']): [string, string] => [name, value]));
}

/** Runs a step's script as GitHub's runner does. */
function script(
  run: string,
  { cwd, env, folder }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly folder: string },
): Promise<{ readonly code: number; readonly log: string }> {
  const file = join(folder, 'step.sh');
  writeFileSync(file, run);
  return new Promise((resolve) => {
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', file];
    execFile('bash', args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), log: stdout + stderr });
    });
  });
}

/** Runs the steps of action.yml one after the other, as a job that uses it would. */
export async function use({ workspace, inputs = {}, event = {}, env = {} }: Use): Promise<Used> {
  const action = actionFile();
  const folder = mkdtempSync(join(tmpdir(), 'binnacle-run-'));
  try {
    const files = {
      event: join(folder, 'event.json'),
      output: join(folder, 'output'),
      summary: join(folder, 'summary.md'),
    };
    writeFileSync(files.event, JSON.stringify(event));
    writeFileSync(files.output, '');
    writeFileSync(files.summary, '');
    const context: Record<string, string | undefined> = { 'github.token': env['GITHUB_TOKEN'] };
    for (const [name, { default: given = '' }] of Object.entries(action.inputs)) {
      context[`inputs.${name}`] = inputs[name] ?? evaluated(given, context);
    }
    const unknown = Object.keys(inputs).filter((name) => !(name in action.inputs));
    if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
    const { PATH, HOME } = process.env;
    const job = {
      PATH,
      HOME,
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      GITHUB_EVENT_PATH: files.event,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
      GITHUB_WORKSPACE: workspace,
      GITHUB_SERVER_URL: 'https://github.example.com',
      GITHUB_REPOSITORY: 'shop/dashboards',
      GITHUB_RUN_ID: '99',
      ...env,
    };
    let [code, log] = [0, ''];
    const artifacts: (readonly [string, string])[] = [];
    for (const step of action.runs.steps) {
      if (step.uses !== undefined) {
        const { name = '', path = '' } = step.with ?? {};
        if (context['inputs.artifact'] !== '') artifacts.push([evaluated(name, context), evaluated(path, context)]);
        continue;
      }
      const own = mapped(step.env ?? {}, (value) => evaluated(value, context));
      const cwd = join(workspace, evaluated(step['working-directory'] ?? '.', context));
      // Steps run one after the other.
      // oxlint-disable-next-line no-await-in-loop
      const ran = await script(step.run ?? '', { cwd, folder, env: { ...job, ...own } });
      code ||= ran.code;
      log += ran.log;
    }
    const stepOutputs = outputsIn(readFileSync(files.output, 'utf8'));
    for (const [name, value] of Object.entries(stepOutputs)) context[`steps.run.outputs.${name}`] = value;
    const outputs = mapped(action.outputs, ({ value }) => evaluated(value, context));
    return { code, log, outputs, summary: readFileSync(files.summary, 'utf8'), artifacts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
