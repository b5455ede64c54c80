import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { hasErrors } from '@binnacle/model';
import type { Posted } from '@binnacle/targets';
import { outcomeCounts } from '../push/outcomes.ts';
import { headline } from '../reporters/ci/words.ts';
import type { CiReport } from './ci-report.ts';

/** Writes to create, update, … : those that were made, else those a push would make. */
function counts({ plan, pushed }: CiReport): Readonly<Record<string, number>> {
  if (pushed !== undefined) {
    const { created, updated, overwritten, adopted, deleted, failed } = outcomeCounts(pushed);
    return { created, updated: updated + overwritten, adopted, deleted, failed };
  }
  if (plan === undefined) return {};
  const { create, update, adopt, delete: gone, drifted, conflict } = plan.counts;
  return { created: create, updated: update, adopted: adopt, deleted: gone, drifted: drifted + conflict };
}

/** True when the review or the plan holds a change. */
function isChanged({ review, plan }: CiReport): boolean {
  return (review?.entries.length ?? 0) > 0 || (plan?.systems.some(({ changes }) => changes.length > 0) ?? false);
}

/** What later steps of a job may read, by name. Absent means unknown in this mode. */
export function outputsOf(
  report: CiReport,
  { posted, folder }: { readonly posted?: Posted | undefined; readonly folder: string },
): Readonly<Record<string, string>> {
  const { review, refused, bundle, plan, mode } = report;
  const { fresh, fixed, standing } = review?.findings ?? { fresh: [], fixed: [], standing: [] };
  const place = mode === 'drift' ? 'issue' : 'comment';
  return {
    summary: headline(report),
    changed: String(isChanged(report)),
    'has-errors': String(hasErrors([...fresh, ...standing, ...(refused ?? [])])),
    report: folder,
    ...(review !== undefined && { 'new-findings': String(fresh.length), 'fixed-findings': String(fixed.length) }),
    ...(bundle !== undefined && { bundle: bundle.file, 'bundle-digest': bundle.digest }),
    ...(plan?.digest !== undefined && { 'plan-digest': plan.digest }),
    ...Object.fromEntries(Object.entries(counts(report)).map(([name, count]) => [name, String(count)])),
    ...(posted !== undefined && { [`${place}-id`]: String(posted.id), [`${place}-url`]: posted.url }),
  };
}

/** Appends outputs to the file GitHub Actions names; a delimiter that nobody can guess keeps a value from adding outputs of its own. */
export function writeOutputs(file: string, outputs: Readonly<Record<string, string>>): void {
  const lines = Object.entries(outputs).map(([name, value]) => {
    const end = `end-${randomUUID()}`;
    return `${name}<<${end}\n${value}\n${end}\n`;
  });
  appendFileSync(file, lines.join(''));
}
