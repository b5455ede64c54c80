import type { Report } from './loss.ts';
import type { Dashboard } from './wire.ts';

/** FNV-1a, 32 bits, folded to a positive int32. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 1 || 1;
}

/** Hands out panel ids: positive, distinct, and the same for the same name whatever else is on the dashboard. */
export interface Ids {
  /** Id of an element, its own where that is usable. */
  readonly element: (name: string) => number | undefined;
  /** A fresh id for a row. */
  readonly row: (title: string) => number;
}

/** Ids for a dashboard's panels and rows. An id of zero, or one that two elements share, is replaced and reported. */
export function classicIds(elements: Dashboard['elements'], report: Report): Ids {
  const taken = new Set<number>();
  const ids = new Map<string, number>();
  const fresh = (name: string): number => {
    let id = hash(name);
    while (taken.has(id)) id += 1;
    taken.add(id);
    return id;
  };
  const pending: string[] = [];
  for (const name of Object.keys(elements).toSorted()) {
    const id = elements[name]?.spec.id ?? 0;
    if (id > 0 && !taken.has(id)) {
      taken.add(id);
      ids.set(name, id);
    } else pending.push(name);
  }
  for (const name of pending) {
    const id = fresh(name);
    ids.set(name, id);
    report({
      severity: 'info',
      path: ['spec', 'elements', name, 'spec', 'id'],
      subject: elements[name]?.spec.title,
      message: `panel id ${elements[name]?.spec.id} is not a distinct positive number; ${id} is used`,
      fix: 'give every panel its own id, so that links to it stay valid',
    });
  }
  return { element: (name) => ids.get(name), row: (title) => fresh(`row:${title}`) };
}
