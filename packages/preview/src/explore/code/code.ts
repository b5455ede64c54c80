import type { ContractOnPage } from '../../wire/project.ts';
import type { ExploredPanel, PlacedPanel, ScratchDashboard } from '../panel.ts';
import { array, call, type Code, layout } from './layout.ts';
import { options, text } from './literal.ts';
import { imports } from './module.ts';
import { camelCase, freeName } from './names.ts';
import { seriesByName } from './series.ts';
import { createWriter, panelCode, writeQueryText } from './panel.ts';
import { ANY, builder, type Writer } from './written.ts';

/** Where dashboards are in a project that says nothing else. */
const FOLDER = 'dashboards';

/** Code for a file, or why there is none. */
export type Copied = { readonly code: string } | { readonly problem: string };

/** Unit of a query in the words of contracts; undefined where they do not tell. */
export function queryUnit(query: string, contracts: readonly ContractOnPage[], service?: string): string | undefined {
  const unit = writeQueryText(query, createWriter(contracts, service, FOLDER))?.typed?.unit;
  // What is per something per something else is nothing that one reads on an axis.
  return unit === ANY || (unit?.split('/').length ?? 0) > 2 ? undefined : unit?.replace(/^bucket:/, '');
}

/** A panel as a constant, with the imports it needs. */
export function panelAsCode(panel: ExploredPanel, contracts: readonly ContractOnPage[]): Copied {
  const code = panelCode(panel, createWriter(contracts, panel.service, FOLDER));
  if (code === undefined) return { problem: 'The query has errors in it; correct it to copy it as TypeScript.' };
  const before = imports([code]);
  const name = freeName(camelCase(panel.title), new Set(before.match(/\w+/g)));
  return { code: `${before}\n\nexport const ${layout([`${name} = `, code])};\n` };
}

/** The key that builders give a panel by its title, as far as it tells titles apart. */
function keyOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return words === '' ? title : words;
}

/** Ids for panels whose titles come twice: builders make keys from titles. */
export function panelKeys(panels: readonly { readonly title: string }[]): readonly (string | undefined)[] {
  const own = panels.map(({ title }) => keyOf(title));
  const taken = new Set<string>();
  return own.map((key, i) => {
    if (!taken.has(key)) {
      taken.add(key);
      return undefined;
    }
    let n = 2;
    while (taken.has(`${key}-${n}`) || own.indexOf(`${key}-${n}`, i) >= 0) n++;
    taken.add(`${key}-${n}`);
    return `${key}-${n}`;
  });
}

function sized({ size }: PlacedPanel, code: Code): Code {
  return size === 'major' ? code : call(builder(size), code);
}

/** The service a dashboard is of: that of most of its panels, the earlier one of two. */
export function mainService({ panels }: ScratchDashboard): string | undefined {
  const counts = new Map<string, number>();
  for (const { service } of panels) counts.set(service, (counts.get(service) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function serviceCode(contracts: readonly ContractOnPage[], service: string, writer: Writer): Code | undefined {
  const series = [...writer.series.values()].find(({ contract }) => contract.service === service);
  return series === undefined ? undefined : writer.service(series);
}

/** A dashboard as the file that defines it, with the service it is of unless another is given. */
export function dashboardAsCode(
  scratch: ScratchDashboard,
  contracts: readonly ContractOnPage[],
  service = mainService(scratch),
): Copied {
  if (service === undefined) return { problem: 'There is no panel to copy yet.' };
  const writer = createWriter(contracts, service, FOLDER);
  const owner = serviceCode(contracts, service, writer);
  if (owner === undefined) {
    return { problem: `${service} is not exported by a TypeScript file, so that no definition can import it.` };
  }
  const ids = panelKeys(scratch.panels);
  const series = new Map(
    [...new Set(scratch.panels.map((panel) => panel.service))].map((name) => [name, seriesByName(contracts, name)]),
  );
  const panels: Code[] = [];
  for (const [i, panel] of scratch.panels.entries()) {
    const own = series.get(panel.service) ?? writer.series;
    const code = panelCode(panel, { ...writer, series: own }, ids[i]);
    if (code === undefined) return { problem: `A query of “${panel.title}” has errors in it; correct or remove it.` };
    panels.push(sized(panel, code));
  }
  const made = call(
    builder('dashboard'),
    owner,
    text(scratch.title),
    options({ purpose: text(scratch.purpose) }),
    array(panels),
  );
  return { code: `${imports([made])}\n\nexport default ${layout(made)};\n` };
}
