import type { Diagnostic, Origin, Source } from '@binnacle/model';
import type { Evaluated, Item } from './evaluate.ts';
import { type Position, trace } from './source-map.ts';

/** A definition file and what it exports. */
export interface Definition {
  /** Absolute path. */
  readonly file: string;
  /** Absolute paths of every file it was made from, sorted. */
  readonly closure: readonly string[];
  /** `broken`: what is wrong is reported, its resources are unknown. */
  readonly exports: 'resources' | 'nothing' | 'broken';
  /** Its resources with their sources, as `packed` writes them. */
  readonly content: Buffer;
}

/** Resources and their sources as JSON: `[[source, resource], …]`. Bytes, because text of them all would weigh on the heap until the end. */
export function packed(items: readonly Item[]): Buffer {
  return Buffer.from(`[${items.map(({ text, source }) => `[${JSON.stringify(source ?? null)},${text}]`).join(',')}]`);
}

const NOTHING = packed([]);

const keyOf = ({ line, column }: Position): string => `${line}:${column}`;

/** Positions in the bundle → places in the files, for every position the outcomes mention. */
function placesOf({ outcomes, bundle, bundlePath }: Evaluated): ReadonlyMap<string, Origin> {
  const asked = new Map<string, Position>();
  for (const outcome of outcomes) {
    if (outcome === 'no default export') continue;
    if ('position' in outcome && outcome.position !== undefined) asked.set(keyOf(outcome.position), outcome.position);
    if (!('items' in outcome)) continue;
    for (const { source } of outcome.items) {
      if (source === undefined) continue;
      for (const origin of [source.origin, ...Object.values(source.parts ?? {})]) {
        if (origin.file === bundlePath) asked.set(keyOf(origin), origin);
      }
    }
  }
  const places = new Map<string, Origin>();
  const keys = [...asked.keys()];
  for (const [index, traced] of trace(bundle.map.mappings, [...asked.values()]).entries()) {
    const file = bundle.map.sources[traced?.source ?? -1];
    const key = keys[index];
    if (key === undefined || traced === undefined || file === undefined) continue;
    places.set(key, { file, line: traced.line, column: traced.column });
  }
  return places;
}

/**
 * The evaluated files with every position turned into a place in the user's files, and the findings: each once, however
 * many definitions a broken file reaches.
 */
export function definitionsOf(evaluated: Evaluated): {
  readonly definitions: readonly Definition[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { files, outcomes, bundle, broken, bundlePath } = evaluated;
  const places = placesOf(evaluated);
  const diagnostics = new Map<string, Diagnostic>();

  function report(diagnostic: Diagnostic): void {
    const { rule, message, origin } = diagnostic;
    diagnostics.set([rule, origin?.file, origin?.line, origin?.column, message].join('\0'), diagnostic);
  }

  function place(source: Source | undefined, here: Origin): Source {
    const placed = (origin: Origin): Origin =>
      origin.file === bundlePath ? (places.get(keyOf(origin)) ?? here) : origin;
    if (source === undefined) return { origin: here };
    if (source.parts === undefined) return { ...source, origin: placed(source.origin) };
    const parts: Record<string, Origin> = {};
    for (const [pointer, origin] of Object.entries(source.parts)) parts[pointer] = placed(origin);
    return { ...source, origin: placed(source.origin), parts };
  }

  const definitions = files.map((file, index): Definition => {
    const outcome = outcomes[index] ?? 'no default export';
    const closure = bundle.closures.get(file) ?? [file];
    const here: Origin = { file, line: 1, column: 1 };
    if (outcome === 'no default export') return { file, closure, exports: 'nothing', content: NOTHING };
    if ('items' in outcome) {
      const items = outcome.items.map(({ text, source, exportName }) => ({
        text,
        source: {
          ...place(source, here),
          ...(exportName !== undefined && { exported: { file, name: exportName } }),
        },
      }));
      return { file, closure, exports: 'resources', content: packed(items) };
    }
    if ('broken' in outcome) {
      for (const diagnostic of broken.get(outcome.broken) ?? []) report(diagnostic);
    } else {
      const { finding, position } = outcome;
      report({ ...finding, origin: (position && places.get(keyOf(position))) ?? here });
    }
    return { file, closure, exports: 'broken', content: NOTHING };
  });
  return { definitions, diagnostics: [...diagnostics.values()] };
}
