import { hasErrors } from '@binnacle/model';
import { memoKey } from '../cache/memo.ts';
import { readKnownOutput, writeKnownOutput } from '../cache/outputs.ts';
import { openStore } from '../cache/store.ts';
import type { ProjectFlags } from '../config/open-project.ts';
import { shown } from '../config/project.ts';
import { countsOf } from '../counts.ts';
import { examined } from '../examined.ts';
import { emissions } from '../emissions.ts';
import { presentable } from '../findings.ts';
import { MANIFEST } from '../output/manifest.ts';
import { hasStamps, isUnsettled, openOutput, type Output, type OutputChange } from '../output/output.ts';
import type { BuiltEnvironment, Counts, Report } from '../report.ts';
import { interruptible } from './interruptible.ts';
import { type ReportFlags, reportRun } from './report-run.ts';
import { start } from './start.ts';

export interface BuildFlags extends ProjectFlags, ReportFlags {
  /** Overwrite files that Binnacle did not write. */
  readonly force?: boolean;
}

function tally(name: string, counts: Counts, changes: ReadonlyMap<string, OutputChange>): BuiltEnvironment {
  const count: Record<OutputChange, number> = { created: 0, changed: 0, removed: 0, unchanged: 0 };
  for (const [path, change] of changes) if (path.startsWith(`${name}/`)) count[change]++;
  const { created, changed, removed } = count;
  const files = created + changed + count.unchanged;
  return { name, ...counts, files, created, changed, removed };
}

/** The report of a build that finds everything as the last one left it. */
function unchanged(report: Report): Report {
  if (report.built === undefined) return report;
  const environments = report.built.environments.map((built) => ({ ...built, created: 0, changed: 0, removed: 0 }));
  return { ...report, built: { ...report.built, environments, removed: 0 } };
}

/** Loads, checks, and writes what every target makes of the resources, all of it or nothing. */
export async function build(flags: BuildFlags): Promise<number> {
  const { project, environments, loaded, progress } = await start(flags);
  const { out, config } = project;
  const selected = environments.map(({ name }) => name);
  const isSelected = (path: string): boolean => selected.includes(path.slice(0, path.indexOf('/')));
  const store = openStore(project.stateDir);
  const key = memoKey(loaded.id, environments, Object.keys(config.environments), config.project);
  const known = flags.cache ? readKnownOutput(store, out) : { stamps: [], builds: {} };
  const relevant = known.stamps.filter(([path]) => path === MANIFEST || isSelected(path));
  const same = known.builds[key];
  const open = (): Promise<Output> =>
    openOutput(out, {
      project: config.project,
      shownAs: shown(out, project),
      force: flags.force === true,
      stamps: known.stamps,
      onWait: (pid) => process.stderr.write(`waiting for another build (process ${pid})\n`),
    });
  if (same !== undefined) {
    if (isUnsettled(out)) (await open()).close();
    if (hasStamps(out, relevant)) return reportRun(unchanged(same), flags);
  }

  progress.show('checking');
  const { resources, findings, memo } = await examined({ project, environments, loaded, cache: flags.cache });
  const base = {
    command: 'build',
    environments: selected,
    definitions: loaded.definitions,
    counts: countsOf(resources),
  } as const;
  const all = [...findings];
  if (hasErrors(all)) {
    memo.save('stopped');
    progress.clear();
    return reportRun({ ...base, findings: presentable(all, project.root) }, flags);
  }

  const output = await open();
  const endInterruptible = interruptible(() => output.close(), 'the output folder is as it was');
  try {
    const onEnvironment = (name: string): void => progress.show(`writing ${name}`);
    all.push(...(await emissions(resources, environments, { memo, to: output, onEnvironment })));
    memo.save('whole');
    if (hasErrors(all)) {
      progress.clear();
      return reportRun({ ...base, findings: presentable(all, project.root) }, flags);
    }
    // Environments that left the config are cleaned up by a build of all of them.
    const isGone = (path: string): boolean => !(path.slice(0, path.indexOf('/')) in config.environments);
    const { changes, stamps } = await output.commit(
      (path) => isSelected(path) || (flags.env === undefined && isGone(path)),
    );
    const report: Report = {
      ...base,
      findings: presentable(all, project.root),
      built: {
        out: shown(out, project),
        environments: selected.map((name) => tally(name, base.counts, changes)),
        removed: [...changes].filter(([path, change]) => change === 'removed' && isGone(path)).length,
      },
    };
    if (flags.cache) {
      const isSame = [...changes.values()].every((change) => change === 'unchanged');
      writeKnownOutput(store, out, { stamps, builds: { ...(isSame && known.builds), [key]: report } });
    }
    progress.clear();
    return reportRun(report, flags);
  } finally {
    endInterruptible();
    output.close();
  }
}
