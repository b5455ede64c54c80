import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareResources, dashboardView, type Resource } from '@binnacle/model';
import { describe, expect, it } from 'vitest';
import { compareQueries } from './queries.ts';
import { sketch } from './sketch.ts';

const MIXINS = fileURLToPath(new URL('../../../../../shared/corpus/mixins', import.meta.url));

function dashboards(): Resource[] {
  return readdirSync(MIXINS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry): [string, unknown] => {
      const file = join(entry.parentPath, entry.name);
      return [file, JSON.parse(readFileSync(file, 'utf8'))];
    })
    .filter(([, spec]) => typeof spec === 'object' && spec !== null && 'panels' in spec)
    .map(([name, spec]) => ({
      apiVersion: 'dashboard.grafana.app/v1',
      kind: 'Dashboard',
      metadata: { name },
      spec,
    }));
}

/** The same dashboard as somebody else would write it: keys turned round, queries laid out otherwise. */
function rewritten(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => rewritten(item));
  if (typeof value === 'string' && key === 'expr') return `  ${value}\n`;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]: [string, unknown]) => [name, rewritten(inner, name)]),
  );
}

describe.skipIf(!existsSync(MIXINS))('the dashboards of 53 mixins (skipped when ../shared/corpus is absent)', () => {
  const all = existsSync(MIXINS) ? dashboards() : [];

  it('are no different written otherwise', () => {
    expect(all.length).toBeGreaterThan(100);
    const different = all.flatMap((resource) => {
      const other = { ...resource, spec: rewritten(resource.spec) };
      return compareResources(resource, other, compareQueries).map(
        ({ subject, text }) => `${resource.metadata.name} ${subject}: ${text}`,
      );
    });
    expect(different).toEqual([]);
  });

  it('are told apart from any other at once, and drawn within 80 columns', () => {
    const began = performance.now();
    for (const [i, resource] of all.entries()) {
      const other = all[i + 1] ?? resource;
      const differences = compareResources(resource, other, compareQueries);
      for (const { text } of differences) expect(text).not.toMatch(/\n|undefined|\[object/);
      const lines = sketch(dashboardView(other), differences)?.split('\n') ?? [];
      const drawn = lines.filter((line) => !line.startsWith('removed: '));
      expect(Math.max(0, ...drawn.map((line) => Array.from(line).length))).toBeLessThanOrEqual(80);
    }
    expect((performance.now() - began) / all.length).toBeLessThan(500);
  });
});
