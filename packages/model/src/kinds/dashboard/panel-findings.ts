import type { Finding } from '../../finding.ts';
import type { Panel } from './panels.ts';

/** Panels that show no title of their own accord. */
const UNTITLED = new Set(['text', 'row', 'news', 'dashlist', 'welcome']);

/** What is wrong between and inside panels, whichever shape the dashboard has: repeated ids and refIds, missing titles. */
export function panelFindings(panels: readonly Panel[]): Finding[] {
  const found: Finding[] = [];
  const ids = new Map<number, string>();
  for (const { title, id, type, path, queries } of panels) {
    const subject = title === '' ? {} : { subject: title };
    if (title.trim() === '' && !UNTITLED.has(type)) {
      found.push({ rule: 'dashboard/title', severity: 'warning', message: `a ${type} panel has no title`, path });
    }
    const other = id === undefined ? undefined : ids.get(id);
    if (other !== undefined) {
      const message = `panels '${other}' and '${title}' both have the id ${id}`;
      found.push({
        rule: 'dashboard/panel-id',
        severity: 'error',
        message,
        path,
        ...subject,
        fix: 'give each panel its own id',
      });
    }
    if (id !== undefined) ids.set(id, title);
    const refIds = new Set<string>();
    for (const query of queries) {
      if (query.refId === undefined) continue;
      if (refIds.has(query.refId)) {
        const message = `two queries of panel '${title}' have the refId '${query.refId}'`;
        found.push({
          rule: 'dashboard/ref-id',
          severity: 'error',
          message,
          path: query.path,
          ...subject,
          fix: 'use A, B, C, …',
        });
      }
      refIds.add(query.refId);
    }
  }
  return found;
}
