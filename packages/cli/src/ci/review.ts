import { relative } from 'node:path';
import type { Diagnostic } from '@binnacle/model';
import { interruptible } from '../actions/interruptible.ts';
import { type Checked, checkedAndTested } from '../checked.ts';
import type { Started } from '../actions/start.ts';
import { type BaseResources, baseResources, NOTHING } from '../diff/base-resources.ts';
import { comparable } from '../diff/comparable.ts';
import { diffReport } from '../diff/diff-report.ts';
import { baseRevision, knownRevision, repositoryOf, requestBase, type Revision } from '../diff/git.ts';
import type { Review } from './ci-report.ts';
import { findingsSince } from './findings-since.ts';
import type { Since, Surroundings } from './surroundings/surroundings.ts';

/** The revision a run is compared with; undefined when there was nothing before. */
function revisionOf(repository: string, named: string | undefined, since: Since | undefined): Revision | undefined {
  if (named !== undefined) return baseRevision(repository, named);
  if (since?.kind === 'request') return requestBase(repository, since);
  if (since?.kind === 'before') return knownRevision(repository, since.commit);
  return knownRevision(repository, 'HEAD^');
}

/** Problems with files relative to the top of the repository, as forges name them; notes are none. */
function inRepository(findings: readonly Diagnostic[], folder: string): Diagnostic[] {
  const placed = (file: string): string => (folder === '' ? file : `${folder}/${file}`);
  const problems = findings.filter(({ severity }) => severity !== 'info');
  return problems.map((finding) => {
    const { origin, related } = finding;
    return {
      ...finding,
      ...(origin !== undefined && { origin: { ...origin, file: placed(origin.file) } }),
      ...(related !== undefined && { related: { ...related, file: placed(related.file) } }),
    };
  });
}

function unreadText({ name }: Revision, { problems: [first, ...rest] }: BaseResources): string | undefined {
  if (first === undefined) return undefined;
  const more = rest.length === 0 ? '' : `, and ${rest.length} more`;
  return `${name} has problems in its definitions (${first}${more}); what could not be read there shows as added`;
}

/** A review, and what it compared. */
export interface Reviewed {
  readonly review: Review;
  readonly checked: Checked;
  readonly before: BaseResources;
}

/** Checks the working tree and the revision it is compared with, and tells them apart. Nothing is fetched. */
export async function review(
  { project, environments, loaded, progress }: Started,
  { since }: Surroundings,
  { base: named, cache }: { readonly base?: string; readonly cache: boolean },
): Promise<Reviewed> {
  const repository = repositoryOf(project.root);
  const base = revisionOf(repository, named, since);
  const now = await checkedAndTested({ project, environments, loaded, cache, onStep: progress.show });
  if (base !== undefined) progress.show(`reading ${base.name}`);
  const before =
    base === undefined
      ? NOTHING
      : await baseResources(project, base, {
          repository,
          check: environments.map(({ name }) => name),
          onBegin: (abort) => interruptible(abort, 'nothing was changed'),
        });
  progress.clear();
  const { summary, entries } = diffReport(
    base ?? { name: '', commit: '' },
    before.resources,
    comparable(now.resources).resources,
  );
  const folder = relative(repository, project.root).replaceAll('\\', '/');
  const findings = findingsSince(
    inRepository(before.findings ?? [], folder),
    inRepository(now.report.findings, folder),
  );
  const unread = base === undefined ? undefined : unreadText(base, before);
  return {
    checked: now,
    before,
    review: {
      ...(base !== undefined && { base }),
      summary,
      entries,
      findings,
      ...(now.report.tests !== undefined && { tests: now.report.tests }),
      ...(unread !== undefined && { unread }),
    },
  };
}
