import { type Forge, type Posted, TargetError } from '@binnacle/targets';
import { EXIT } from '../exit-code.ts';
import { ciReporters } from '../reporters/ci/index.ts';
import { isQuiet } from '../reporters/ci/words.ts';
import type { CiFlags } from './ci-flags.ts';
import type { CiReport } from './ci-report.ts';
import type { Surroundings } from './surroundings/surroundings.ts';

/** Most bytes of a comment or issue: below every forge's limit, with room for the marker. */
const BODY_BYTES = 60_000;
const DRIFT_LABEL = 'drift';

/** What tells the comments and issues of several runs apart. */
function keyOf({ project, mode }: CiReport, { key, env = [], bundle }: CiFlags): string {
  const own = key ?? [project, ...env].join('/');
  if (mode === 'drift') return `${own}/drift`;
  // The comment of the run that built the bundle is another one.
  return mode === 'plan' && bundle !== undefined ? `${own}/plan` : own;
}

async function requestOf(forge: Forge, flags: CiFlags, surroundings: Surroundings): Promise<number | undefined> {
  const known = flags.request ?? surroundings.request;
  if (known !== undefined || surroundings.head === undefined) return known;
  return forge.requestOf?.(surroundings.head);
}

function driftTitle({ project, environments, plan }: CiReport): string {
  const count = plan?.systems.reduce((sum, { changes }) => sum + changes.length, 0) ?? 0;
  return `Drift: ${count} ${count === 1 ? 'resource' : 'resources'} of ${project} changed live in ${environments.join(', ')}`;
}

/** Keeps the issue about drift as it should be; one that says what cannot be known for now stays as it is. */
async function postIssue(forge: Forge, report: CiReport, { key, body }: Body): Promise<Posted | undefined> {
  if (report.exitCode === EXIT.clean) return forge.closeIssue(key, 'Everything is as the last push left it.');
  if (report.exitCode !== EXIT.drift) return undefined;
  return forge.issue({ key, title: driftTitle(report), body, labels: [DRIFT_LABEL] });
}

interface Body {
  readonly key: string;
  readonly body: string;
}

interface PostOptions {
  readonly surroundings: Surroundings;
  readonly onWait: (text: string) => void;
  readonly warn: (text: string) => void;
}

/** Posts or updates the comment of a review or plan, or the issue of a drift. What cannot be posted is a warning and no failure. */
export async function post(
  report: CiReport,
  flags: CiFlags,
  { surroundings, onWait, warn }: PostOptions,
): Promise<Posted | undefined> {
  const { forge: open, head, runUrl, request: known } = surroundings;
  const isIssue = report.mode === 'drift';
  const isWanted = isIssue || (flags.request ?? known ?? head) !== undefined;
  if (flags.comment === 'never' || report.mode === 'apply' || !isWanted) return undefined;
  const what = isIssue ? 'issue' : 'comment';
  if (typeof open === 'string') {
    if (!isIssue || report.exitCode === EXIT.drift) warn(`no ${what} is posted: ${open}`);
    return undefined;
  }
  const forge = await open({ onWait });
  try {
    const whole = `The whole report is in ${runUrl === undefined ? 'the folder' : `the artifact of [this run](${runUrl}),`} \`${flags.report}\`.`;
    const limits = { bytes: BODY_BYTES, whole, ...(runUrl !== undefined && { runUrl }) };
    const body = ciReporters.markdown(report, limits);
    const key = keyOf(report, flags);
    if (isIssue) return await postIssue(forge, report, { key, body });
    const request = await requestOf(forge, flags, surroundings);
    if (request === undefined) return undefined;
    // Nobody needs a first comment that says that there is nothing.
    return await forge.comment({ key, request, body, onlyUpdate: isQuiet(report) });
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
    warn(`the ${what} is not posted: ${error.message}${error.fix === undefined ? '' : ` (${error.fix})`}`);
    return undefined;
  } finally {
    await forge.close();
  }
}
