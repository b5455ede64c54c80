import { relative } from 'node:path';
import type { Diagnostic } from '@binnacle/model';

const SEVERITY = { error: 0, warning: 1, info: 2 } as const;

function compare(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a.origin, b.origin];
  const [leftFile, rightFile] = [left?.file ?? '', right?.file ?? ''];
  if (leftFile !== rightFile) return leftFile < rightFile ? -1 : 1;
  const byPlace = (left?.line ?? 0) - (right?.line ?? 0) || (left?.column ?? 0) - (right?.column ?? 0);
  if (byPlace !== 0) return byPlace;
  if (a.severity !== b.severity) return SEVERITY[a.severity] - SEVERITY[b.severity];
  const [leftText, rightText] = [`${a.rule} ${a.message}`, `${b.rule} ${b.message}`];
  return leftText < rightText ? -1 : Number(leftText > rightText);
}

/** Findings as reports show them: files relative to `root`, sorted by place, each once however many environments have it. */
export function presentable(findings: readonly Diagnostic[], root: string): Diagnostic[] {
  const relatives = new Map<string, string>();
  const shown = (file: string): string => {
    let short = relatives.get(file);
    if (short === undefined) relatives.set(file, (short = relative(root, file).replaceAll('\\', '/') || '.'));
    return short;
  };
  const unique = new Map<string, Diagnostic>();
  for (const finding of findings) {
    const { origin, related } = finding;
    const placed = {
      ...finding,
      ...(origin !== undefined && { origin: { ...origin, file: shown(origin.file) } }),
      ...(related !== undefined && { related: { ...related, file: shown(related.file) } }),
    };
    unique.set(JSON.stringify(placed), placed);
  }
  return [...unique.values()].toSorted(compare);
}
