import { hasErrors } from '@binnacle/model';
import type { ProjectFlags } from '../config/open-project.ts';
import { countsOf } from '../counts.ts';
import { baseResources } from '../diff/base-resources.ts';
import { comparable } from '../diff/comparable.ts';
import { diffReport } from '../diff/diff-report.ts';
import { baseRevision, repositoryOf } from '../diff/git.ts';
import { EXIT } from '../exit-code.ts';
import { presentable } from '../findings.ts';
import { diffReporters } from '../reporters/diff/index.ts';
import { painter } from '../terminal.ts';
import { interruptible } from './interruptible.ts';
import { reportRun } from './report-run.ts';
import { start } from './start.ts';

export interface DiffFlags extends ProjectFlags {
  readonly json?: boolean;
  readonly markdown?: boolean;
  /** Show everything, and the layout of changed dashboards. */
  readonly verbose?: boolean;
  /** Answer 3 when something changed. */
  readonly exitCode?: boolean;
}

/** Compares what the working tree declares with what a revision does, offline. */
export async function diff(base: string | undefined, flags: DiffFlags): Promise<number> {
  const { project, environments, loaded, progress } = await start(flags);
  const repository = repositoryOf(project.root);
  const revision = baseRevision(repository, base);
  const head = comparable(await loaded.resources());
  const broken = [...loaded.diagnostics, ...head.problems];
  if (hasErrors(broken)) {
    progress.clear();
    const findings = presentable(broken, project.root);
    const names = environments.map(({ name }) => name);
    const counts = countsOf(head.resources);
    return reportRun(
      { command: 'check', findings, environments: names, definitions: loaded.definitions, counts },
      flags,
    );
  }
  progress.show(`reading ${revision.name}`);
  const before = await baseResources(project, revision, {
    repository,
    onBegin: (abort) => interruptible(abort, 'nothing was changed'),
  });
  progress.clear();
  if (before.problems.length > 0) {
    const count = before.problems.length;
    const [first = ''] = before.problems;
    process.stderr.write(
      `${revision.name}: ${count} ${count === 1 ? 'problem' : 'problems'} in its definitions (${first}); what could not be read there shows as added\n`,
    );
  }
  const report = diffReport(revision, before.resources, head.resources);
  const format = flags.json === true ? 'json' : flags.markdown === true ? 'markdown' : 'text';
  const presentation = { paint: painter(process.stdout), isVerbose: flags.verbose === true };
  process.stdout.write(diffReporters[format](report, presentation));
  return flags.exitCode === true && report.entries.length > 0 ? EXIT.changesPending : EXIT.clean;
}
