import { dirname } from 'node:path';
import { hasErrors, resolve } from '@binnacle/model';
import { start, type Started } from '../../actions/start.ts';
import { bundleText, digestOf } from '../../bundle/bundle.ts';
import type { Checked } from '../../checked.ts';
import { shown } from '../../config/project.ts';
import { EXIT } from '../../exit-code.ts';
import { presentable } from '../../findings.ts';
import type { Prepared } from '../../push/prepare.ts';
import type { CiFlags } from '../ci-flags.ts';
import type { CiReport, Review } from '../ci-report.ts';
import { picturesOf } from '../pictures.ts';
import { review } from '../review.ts';
import { clearReport, writeReportFile } from '../report-folder.ts';
import type { Surroundings } from '../surroundings/surroundings.ts';
import type { Mode } from './mode.ts';

/** What a push would be made of. */
function preparedOf({ project, environments, progress }: Started, { resources, isValid, report }: Checked): Prepared {
  const made = isValid ? environments.map((environment) => ({ environment, ...resolve(resources, environment) })) : [];
  const resolved = made.map(({ environment, resources: own }) => ({ environment, resources: own }));
  const findings = [
    ...report.findings,
    ...presentable(
      made.flatMap(({ diagnostics }) => diagnostics),
      project.root,
    ),
  ];
  return { project: project.config.project, root: dirname(project.configFile), resolved, findings, progress };
}

function codeOf({ findings }: Review, failOn: CiFlags['failOn']): number {
  const { fresh, standing } = findings;
  if (hasErrors([...fresh, ...standing])) return EXIT.findings;
  const isRefused = failOn === 'warning' && fresh.some(({ severity }) => severity === 'warning');
  return isRefused ? EXIT.findings : EXIT.clean;
}

/** Checks definitions and compares them with their base; writes the bundle of those without errors. */
export async function checkDefinitions(
  flags: CiFlags,
  surroundings: Surroundings,
): Promise<{ readonly report: CiReport; readonly prepared: Prepared }> {
  const started = await start(flags);
  clearReport(flags.report);
  const found = await review(started, surroundings, flags);
  const prepared = preparedOf(started, found.checked);
  const pictures = flags.pictures === true ? await picturesOf(started, found, flags.report) : undefined;
  const base: CiReport = {
    command: 'ci',
    mode: flags.mode,
    project: prepared.project,
    environments: started.environments.map(({ name }) => name),
    review: found.review,
    ...(pictures !== undefined && { pictures }),
    exitCode: codeOf(found.review, flags.failOn),
  };
  if (hasErrors(prepared.findings)) return { report: base, prepared };
  const { project, resolved, root } = prepared;
  const text = bundleText({ project, environments: resolved }, (path) => shown(path, { root }));
  const file = writeReportFile(flags.report, 'bundle.json', text);
  return { report: { ...base, bundle: { file, digest: digestOf(text) } }, prepared };
}

/** Holds no secrets and asks nothing over the network: for the code of anybody's pull request. */
export const check: Mode = async (flags, surroundings) => (await checkDefinitions(flags, surroundings)).report;
