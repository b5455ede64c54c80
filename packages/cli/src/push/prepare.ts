import { dirname } from 'node:path';
import { type Diagnostic, hasErrors, resolve, validate } from '@binnacle/model';
import { readBundle } from '../bundle/bundle.ts';
import { assertVouched } from '../bundle/vouched.ts';
import { type ProjectFlags, selectEnvironments } from '../config/open-project.ts';
import { countsOf } from '../counts.ts';
import { examined } from '../examined.ts';
import type { ResolvedEnvironment } from '../resolved-environment.ts';
import { presentable } from '../findings.ts';
import { createProgress, type Progress } from '../progress.ts';
import { type ReportFlags, reportRun } from '../actions/report-run.ts';
import { start } from '../actions/start.ts';
import { painter } from '../terminal.ts';

/** Flags of every command that compares with what runs. */
export interface LiveFlags extends ProjectFlags, ReportFlags {
  /** Only these destinations. */
  readonly to?: readonly string[];
  /** Take resources from this bundle; no definition is evaluated. */
  readonly bundle?: string;
  /** Digest the bundle must have. */
  readonly digest?: string;
}

/** What is to be compared: resources resolved per environment, all checked. */
export interface Prepared {
  readonly project: string;
  /** Absolute folder that relative paths of the configuration start from. */
  readonly root: string;
  readonly resolved: readonly ResolvedEnvironment[];
  readonly findings: readonly Diagnostic[];
  readonly progress: Progress;
}

/** Says what is wrong with the definitions; nothing is compared then. */
function stopped(findings: readonly Diagnostic[], environments: readonly string[], flags: ReportFlags): number {
  const report = { command: 'check', findings, environments, definitions: 0, counts: countsOf([]) } as const;
  return reportRun({ ...report, outcome: 'nothing was compared' }, flags);
}

async function fromBundle({ bundle = '', digest, env, config }: LiveFlags): Promise<Prepared> {
  const { project, environments } = readBundle(bundle, digest);
  const resolved = selectEnvironments(environments, env, ({ environment }) => environment.name);
  const named = resolved.map(({ environment }) => environment);
  await assertVouched(bundle, named, {
    ...(digest !== undefined && { digest }),
    ...(config !== undefined && { config }),
  });
  const findings = resolved.flatMap(({ resources }) => validate(resources));
  const progress = createProgress(process.stderr, painter(process.stderr));
  return { project, root: process.cwd(), resolved, findings: presentable(findings, process.cwd()), progress };
}

async function fromDefinitions(flags: LiveFlags): Promise<Prepared> {
  const { project, environments, loaded, progress } = await start(flags);
  progress.show('checking');
  const { resources, findings, isValid } = await examined({ project, environments, loaded, cache: flags.cache });
  const made = isValid ? environments.map((environment) => ({ environment, ...resolve(resources, environment) })) : [];
  const all = [...findings, ...made.flatMap(({ diagnostics }) => diagnostics)];
  return {
    project: project.config.project,
    root: dirname(project.configFile),
    resolved: made,
    findings: presentable(all, project.root),
    progress,
  };
}

/** What a bundle or the definitions declare, whatever is wrong with it. */
export function declared(flags: LiveFlags): Promise<Prepared> {
  return flags.bundle === undefined ? fromDefinitions(flags) : fromBundle(flags);
}

/** Resources from the definitions or from a bundle, checked; or the exit code when they must not be used. */
export async function prepare(flags: LiveFlags): Promise<Prepared | number> {
  const prepared = await declared(flags);
  if (!hasErrors(prepared.findings)) return prepared;
  prepared.progress.clear();
  const names = prepared.resolved.map(({ environment }) => environment.name);
  return stopped(prepared.findings, names, flags);
}
