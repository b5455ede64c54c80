import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { Input, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import type { Question } from '../../src/explore/question.ts';
import {
  type Aggregation,
  AUTOMATIC,
  quantileName,
  type Visualisation,
  WHOLE_RANGE,
} from '../../src/explore/reading.ts';
import type { Settled } from '../../src/explore/settle.ts';
import { ChoiceBar } from '../shell/choice-bar.tsx';
import { Field } from './field.tsx';
import { Filters } from './filters.tsx';
import { ToggleBar } from './toggle-bar.tsx';

/** Aggregations in words. */
const AGGREGATION_WORDS: Readonly<Record<Aggregation, string>> = {
  sum: 'Sum',
  avg: 'Average',
  max: 'Highest',
  min: 'Lowest',
  count: 'Count',
  each: 'Every series',
};

/** Visualisations in words. */
const VISUALISATION_WORDS: Readonly<Record<Visualisation, string>> = {
  timeseries: 'Time series',
  stacked: 'Stacked',
  stat: 'Stat',
  bargauge: 'Bars',
  table: 'Table',
  heatmap: 'Heatmap',
};

function windowWords(window: string): string {
  if (window === AUTOMATIC) return 'Automatic';
  return window === WHOLE_RANGE ? 'Time shown' : window;
}

interface ChoicesProps {
  readonly question: Question;
  readonly settled: Settled;
  readonly range: TimeRange;
  readonly change: (change: Partial<Question>) => void;
}

/** Everything that can be chosen of a metric. */
export function Choices({ question, settled, range, change }: ChoicesProps) {
  const styles = useStyles2(getStyles);
  const { contract, readings, reading, choice, labels, visualisation } = settled;
  const { aggregations, windows, quantiles, visualisations, isWhole } = reading;
  const { by, aggregation } = choice;
  // With an aggregation of its own, a reading is grouped by labels all the same.
  const canSplit = isWhole !== true && (aggregations.length === 0 || aggregations.some((one) => one !== 'each'));
  const split = (next: readonly string[]): void =>
    change({ by: next, ...(aggregation === 'each' ? { aggregation: undefined } : {}) });
  return (
    <section className={styles.choices} aria-label="How it is read" data-edited={settled.isEdited}>
      {settled.isEdited ? (
        <p className={styles.edited}>The query was edited as text. A choice here takes its place again.</p>
      ) : null}
      <Field label="Read as" hint={reading.help}>
        <ChoiceBar
          label="Read as"
          chosen={reading.id}
          choices={readings.map(({ id, title }) => ({ value: id, label: title }))}
          choose={(id) =>
            change({
              reading: id,
              aggregation: undefined,
              window: undefined,
              quantiles: undefined,
              visualisation: undefined,
              by: question.by === undefined || question.by.length === 0 ? undefined : question.by,
            })
          }
        />
      </Field>
      {quantiles === undefined ? null : (
        <Field label="Quantiles">
          <ToggleBar
            label="Quantiles"
            chosen={choice.quantiles.map(String)}
            choices={quantiles.offered.map((q) => ({ value: String(q), label: quantileName(q) }))}
            choose={(next) => change({ quantiles: next.map(Number).toSorted((a, b) => a - b) })}
          />
        </Field>
      )}
      {windows.length === 0 ? null : (
        <Field label="Over">
          <ChoiceBar
            label="Over"
            chosen={choice.window}
            choices={windows.map((window) => ({ value: window, label: windowWords(window) }))}
            choose={(window) => change({ window })}
          />
        </Field>
      )}
      {aggregations.length < 2 ? null : (
        <Field label="Combine">
          <ChoiceBar
            label="Combine"
            chosen={aggregation}
            choices={aggregations.map((one) => ({ value: one, label: AGGREGATION_WORDS[one] }))}
            choose={(next) => change({ aggregation: aggregations.find((one) => one === next) })}
          />
        </Field>
      )}
      {canSplit && labels.length > 0 ? (
        <Field label="Split by">
          <ToggleBar
            label="Split by"
            isOrdered
            chosen={by}
            choices={labels.map((name) => ({
              value: name,
              label: name,
              title: contract.metric.labels.find((label) => label.name === name)?.help ?? `label ${name}`,
            }))}
            choose={split}
          />
        </Field>
      ) : null}
      <Field label="Only where">
        <Filters
          key={contract.metric.name}
          metric={contract.metric}
          labels={labels}
          range={range}
          filters={question.where}
          change={(where) => change({ where })}
        />
      </Field>
      {visualisations.length < 2 ? null : (
        <Field label="Show as">
          <ChoiceBar
            label="Show as"
            chosen={visualisation}
            choices={visualisations.map((one) => ({ value: one, label: VISUALISATION_WORDS[one] }))}
            choose={(next) => change({ visualisation: visualisations.find((one) => one === next) })}
          />
        </Field>
      )}
      <Field label="Title">
        <Title key={settled.panel.title} title={settled.panel.title} change={(title) => change({ title })} />
      </Field>
    </section>
  );
}

interface TitleProps {
  readonly title: string;
  /** Without one, it is made from the choices. */
  readonly change: (title: string | undefined) => void;
}

/** What the panel is called; empty for what the choices make of it. */
function Title({ title, change }: TitleProps) {
  const [text, setText] = useState(title);
  const take = (): void => {
    if (text.trim() !== title) change(text.trim() === '' ? undefined : text.trim());
  };
  return (
    <Input
      aria-label="Title"
      width={50}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => (key === 'Enter' ? take() : undefined)}
    />
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    choices: css({
      display: 'grid',
      gap: theme.spacing(1),
      // What is chosen is not what is shown.
      '&[data-edited="true"] fieldset:not([aria-label="Show as"]) [aria-pressed="true"]': {
        background: 'none',
        borderColor: theme.colors.border.medium,
        borderStyle: 'dashed',
      },
    }),
    edited: css({ margin: 0, color: theme.colors.warning.text }),
  };
}
