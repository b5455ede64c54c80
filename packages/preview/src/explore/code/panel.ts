import { type Expr, parse } from '@binnacle/promql';
import type { ContractOnPage } from '../../wire/project.ts';
import { type ExploredPanel, legendLabels, type PanelQuery } from '../panel.ts';
import type { Visualisation } from '../reading.ts';
import { writeExpression } from './expression.ts';
import { array, call, type Code } from './layout.ts';
import { options, text } from './literal.ts';
import { importId, serviceNames } from './names.ts';
import { writeRaw } from './raw.ts';
import { seriesByName } from './series.ts';
import { builder, type Writer, type Written } from './written.ts';

/** Function of the builders that draws so. */
const FUNCTIONS: Readonly<Record<Visualisation, string>> = {
  timeseries: 'timeseries',
  stacked: 'timeseries',
  stat: 'stat',
  bargauge: 'bargauge',
  table: 'table',
  heatmap: 'heatmap',
};

/** Writes code for the metrics of some contracts, into a folder of the project. */
export function createWriter(
  contracts: readonly ContractOnPage[],
  service: string | undefined,
  folder: string,
): Writer {
  const series = seriesByName(contracts, service);
  const services = contracts.flatMap((contract) => {
    const { code } = contract;
    return code === undefined ? [] : [{ service: contract.service, code }];
  });
  const names = serviceNames(services);
  return {
    series,
    service: ({ code }) => ({
      local: names.get(importId(code)) ?? code.exportName,
      exported: code.exportName,
      module: moduleFrom(folder, code.file),
    }),
  };
}

/** The path of a file from a folder, both relative to the project. */
export function moduleFrom(folder: string, file: string): string {
  const [from, to] = [folder.split('/').filter((part) => part !== ''), file.split('/')];
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared++;
  const up = from.slice(shared).map(() => '..');
  return [...(up.length === 0 ? ['.'] : up), ...to.slice(shared)].join('/');
}

/** True for an expression that may stand on a panel: what only grows has to be rated first. */
function isReadable({ kind, type }: Written): boolean {
  return kind !== 'counter' && kind !== 'histogram' && type !== 'range';
}

/** A query, typed where that can be said, else as raw PromQL; undefined when it has errors in it. */
export function writeQueryText(
  query: string,
  writer: Writer,
): { readonly code: Code; readonly typed?: Written } | undefined {
  const { expr, errors } = parse(query);
  if (errors.length > 0) return undefined;
  const typed = typedOf(expr, writer);
  return typed === undefined ? { code: writeRaw(expr, writer) } : { code: typed.code, typed };
}

function typedOf(expr: Expr, writer: Writer): Written | undefined {
  const written = writeExpression(expr, writer);
  return written === undefined || !isReadable(written) ? undefined : written;
}

function queryCode({ text: asked, legend }: PanelQuery, writer: Writer): Code | undefined {
  const written = writeQueryText(asked, writer);
  if (written === undefined) return undefined;
  const { code, typed } = written;
  const named = legend === undefined ? [] : legendLabels(legend);
  const fits = typed === undefined || named.every((label) => typed.labels.has(label));
  return call(builder('query'), code, ...(legend === undefined || !fits ? [] : [options({ legend: text(legend) })]));
}

/** A panel as a call of the builders; undefined when a query has errors in it. `id` tells it from others of its title. */
export function panelCode(panel: ExploredPanel, writer: Writer, id?: string): Code | undefined {
  const queries = panel.queries.map((query) => queryCode(query, writer));
  const written = queries.filter((code): code is Code => code !== undefined);
  if (written.length < queries.length) return undefined;
  return call(
    builder(FUNCTIONS[panel.visualisation]),
    text(panel.title),
    options({
      id: id === undefined ? undefined : text(id),
      queries: array(written),
      stacked: panel.visualisation === 'stacked' ? 'true' : undefined,
    }),
  );
}
