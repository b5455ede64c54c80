import type { MetricSpec } from '@binnacle/model';
import { SIGNED } from '@binnacle/model/units';
import { parse, print, resultLabels } from '@binnacle/promql';
import type { ContractOnPage } from '../wire/project.ts';
import { queryUnit } from './code/code.ts';
import { matchersOf } from './filter.ts';
import { type ExploredPanel, legendLabels, type PanelQuery } from './panel.ts';
import type { Question } from './question.ts';
import type { Aggregation, Choice, Reading, Visualisation } from './reading.ts';
import { readingsOf } from './readings.ts';
import { listed, metricTitle } from './words.ts';

/** A question with everything in it that it leaves open, and what follows. */
export interface Settled {
  readonly contract: ContractOnPage;
  readonly readings: readonly Reading[];
  readonly reading: Reading;
  readonly choice: Choice;
  readonly visualisation: Visualisation;
  /** Labels that series can be told apart and filtered by: the metric's own, then those of its targets. */
  readonly labels: readonly string[];
  readonly isEdited: boolean;
  readonly panel: ExploredPanel;
}

/** More labels than that are no name that one reads. */
const MOST_TOLD = 4;

/** What is meant by `<service>.<metric>`; a name without a service is that of the first one that has it. */
export function contractFor(name: string, contracts: readonly ContractOnPage[]): ContractOnPage | undefined {
  return (
    contracts.find(({ service, metric }) => `${service}.${metric.name}` === name) ??
    contracts.find(({ metric }) => metric.name === name)
  );
}

/** Labels of a metric's series. */
function labelsOf({ labels, targetLabels }: MetricSpec): readonly string[] {
  return [...labels.map(({ name }) => name), ...targetLabels];
}

/** Series can only be told apart by labels when they are grouped by them. */
function aggregationFor({ aggregations }: Reading, asked: Aggregation | undefined, by: readonly string[]): Aggregation {
  const known = aggregations.find((one) => one === asked) ?? aggregations[0] ?? 'sum';
  if (known !== 'each' || by.length === 0 || asked === 'each') return known;
  return aggregations.find((one) => one !== 'each') ?? known;
}

function settledChoice(reading: Reading, question: Question, labels: readonly string[]): Choice {
  const asked = [...new Set(question.by?.filter((label) => labels.includes(label)) ?? reading.usualBy ?? [])];
  const aggregation = aggregationFor(reading, question.aggregation, asked);
  const { offered = [], usual = [] } = reading.quantiles ?? {};
  const quantiles = question.quantiles?.filter((q) => offered.includes(q)) ?? [];
  return {
    matchers: matchersOf(question.where.filter(({ label }) => labels.includes(label))),
    by: aggregation === 'each' || reading.isWhole === true ? [] : asked,
    aggregation,
    window: windowFor(reading, question.window),
    quantiles: quantiles.length === 0 ? usual : quantiles,
  };
}

function windowFor({ windows }: Reading, asked: string | undefined): string {
  return windows.find((one) => one === asked) ?? windows[0] ?? '';
}

/** What a query's series are called. In a table, where labels are columns of their own, its column. */
function legendOf(says: string | undefined, labels: readonly string[], isTable: boolean): string | undefined {
  if (isTable) return says;
  const parts = [...(says === undefined ? [] : [says]), ...labels.map((label) => `{{${label}}}`)];
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** Labels that series which are left as they are tell themselves apart by: all but the job, if they are not too many to read. */
function tellingLabels({ labels, targetLabels }: MetricSpec): readonly string[] {
  const telling = [...labels.map(({ name }) => name), ...targetLabels.filter((name) => name === 'instance')];
  return telling.length > MOST_TOLD ? [] : telling;
}

/** What a text that was edited can still be called as: by labels its result has. */
function legendFor(text: string, legend: string | undefined): string | undefined {
  if (legend === undefined) return undefined;
  const { expr, errors } = parse(text);
  const labels = errors.length > 0 ? undefined : resultLabels(expr);
  const has = (label: string): boolean => labels === 'series' || labels?.includes(label) === true;
  return legendLabels(legend).every(has) ? legend : undefined;
}

interface Asked {
  readonly reading: Reading;
  readonly choice: Choice;
  readonly isTable: boolean;
}

function queriesOf({ metric }: ContractOnPage, { reading, choice, isTable }: Asked): readonly PanelQuery[] {
  const labels = choice.aggregation === 'each' ? tellingLabels(metric) : choice.by;
  return reading.queries(choice).map(({ expr, says }) => {
    const legend = legendOf(says, labels, isTable);
    return { text: print(expr), ...(legend === undefined ? {} : { legend }) };
  });
}

function edited(own: readonly PanelQuery[], texts: readonly string[]): readonly PanelQuery[] {
  return texts.map((text, i) => {
    const legend = legendFor(text, own[i]?.legend);
    return { text, ...(legend === undefined ? {} : { legend }) };
  });
}

function titleOf(contract: ContractOnPage, reading: Reading, choice: Choice): string {
  const own = reading.name(metricTitle(contract), choice);
  return choice.by.length === 0 ? own : `${own} by ${listed(choice.by)}`;
}

/** The unit that all queries have, as far as contracts tell. */
function unitOfTexts(
  texts: readonly string[],
  contracts: readonly ContractOnPage[],
  { service }: ContractOnPage,
): string | undefined {
  const units = new Set(texts.map((text) => queryUnit(text, contracts, service)));
  const [unit] = units;
  return units.size === 1 ? unit : undefined;
}

/** The question with all that is left open as it usually is. What the metric does not offer is as usual too. */
export function settle(
  question: Question,
  contract: ContractOnPage,
  contracts: readonly ContractOnPage[] = [contract],
): Settled {
  const readings = readingsOf(contract.metric);
  const reading = readings.find(({ id }) => id === question.reading) ?? readings[0];
  if (reading === undefined) throw new Error(`there is no way to read ${contract.metric.name}`);
  const labels = labelsOf(contract.metric);
  const choice = settledChoice(reading, question, labels);
  const visualisation =
    reading.visualisations.find((one) => one === question.visualisation) ?? reading.visualisations[0] ?? 'timeseries';
  const own = queriesOf(contract, { reading, choice, isTable: visualisation === 'table' });
  const isEdited = question.queries !== undefined;
  const unit =
    question.queries === undefined ? reading.unit(choice) : unitOfTexts(question.queries, contracts, contract);
  return {
    contract,
    readings,
    reading,
    choice,
    visualisation,
    labels,
    isEdited,
    panel: {
      title: question.title ?? titleOf(contract, reading, choice),
      visualisation,
      queries: question.queries === undefined ? own : edited(own, question.queries),
      ...(unit === undefined ? {} : { unit }),
      isSigned: isEdited || reading.isSigned === true || (unit !== undefined && SIGNED.has(unit)),
      service: contract.service,
    },
  };
}
