import { css } from '@emotion/css';
import type { MatchOp } from '@binnacle/promql';
import type { MetricSpec } from '@binnacle/model';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { IconButton, Input, Select, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { type Filter, FILTER_OPS, isPattern } from '../../src/explore/filter.ts';
import { useLabelValues } from './label-values.ts';

interface FilterRowProps {
  readonly metric: MetricSpec;
  readonly labels: readonly string[];
  readonly range: TimeRange;
  /** Without a value it is not asked for yet. */
  readonly filter: Partial<Filter>;
  readonly change: (filter: Partial<Filter>) => void;
  readonly remove: () => void;
}

interface PatternProps {
  readonly value: string;
  readonly label: string;
  readonly change: (value: string) => void;
}

/** A pattern, taken over when one is done with it; whoever evaluates it says what is wrong with it. */
function Pattern({ value, label, change }: PatternProps) {
  const [text, setText] = useState(value);
  const take = (): void => {
    if (text !== value && text !== '') change(text);
  };
  return (
    <Input
      aria-label={`Pattern for ${label}`}
      width={24}
      placeholder="regular expression, as 5.."
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={take}
      onKeyDown={({ key }) => (key === 'Enter' ? take() : undefined)}
    />
  );
}

/** One filter: a label, how it is compared, and a value of the data or a pattern. */
export function FilterRow({ metric, labels, range, filter, change, remove }: FilterRowProps) {
  const styles = useStyles2(getStyles);
  const { label = '', op = '=', value = '' } = filter;
  const { values, isLoading, failure } = useLabelValues(metric, label, range);
  const setOp = (next: MatchOp): void => {
    // A value is as good a pattern as it is a value, the other way round it is not.
    const keeps = isPattern({ op }) === isPattern({ op: next });
    change({ label, op: next, ...(keeps && value !== '' ? { value } : {}) });
  };
  return (
    <div className={styles.row} role="group" aria-label={label === '' ? 'New filter' : `Filter by ${label}`}>
      <Select
        aria-label="Label"
        width={18}
        placeholder="label"
        value={label === '' ? null : label}
        options={labels.map((name) => ({ value: name, label: name }))}
        onChange={({ value: next }) => change({ label: next ?? '', op })}
      />
      <Select
        aria-label="Comparison"
        width={17}
        value={op}
        options={FILTER_OPS.map((one) => ({ value: one.op, label: `${one.op}  ${one.words}` }))}
        onChange={({ value: next }) => setOp(next ?? '=')}
      />
      {isPattern({ op }) ? (
        <Pattern
          key={`${label}${op}${value}`}
          value={value}
          label={label}
          change={(next) => change({ label, op, value: next })}
        />
      ) : (
        <Select
          aria-label={`Value of ${label === '' ? 'the label' : label}`}
          width={24}
          placeholder={label === '' ? 'value' : 'choose a value'}
          disabled={label === ''}
          isLoading={isLoading}
          allowCustomValue
          value={value === '' ? null : { value, label: value }}
          options={values.map((one) => ({ value: one, label: one }))}
          noOptionsMessage={failure ?? 'The data has no value'}
          onChange={({ value: next }) => change({ label, op, value: next ?? '' })}
        />
      )}
      <IconButton
        name="times"
        aria-label={label === '' ? 'Remove the new filter' : `Remove the filter by ${label}`}
        onClick={remove}
      />
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5) }),
  };
}
