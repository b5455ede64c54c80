import type { MetricType } from '@binnacle/model';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Input, Select, useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, type RefObject, useContext } from 'react';
import type { Address } from '../shell/address.ts';
import { ChoiceBar } from '../shell/choice-bar.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { type Asked, type Order, type Standing, type Tally, TYPES } from './shown.ts';

const ORDERS: readonly { readonly value: Order; readonly label: string }[] = [
  { value: 'service', label: 'By service' },
  { value: 'series', label: 'Most series first' },
  { value: 'readers', label: 'Fewest readers first' },
];

const TYPE_WORDS: Readonly<Record<MetricType, readonly [one: string, many: string]>> = {
  counter: ['counter', 'counters'],
  gauge: ['gauge', 'gauges'],
  histogram: ['histogram', 'histograms'],
  'native-histogram': ['native histogram', 'native histograms'],
  summary: ['summary', 'summaries'],
  info: ['info', 'info'],
};

const STANDINGS: readonly { readonly value: Standing; readonly label: string }[] = [
  { value: 'unread', label: 'read by nothing' },
  { value: 'findings', label: 'with findings' },
];

function counted(count: number, [one, many]: readonly [string, string]): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

interface ContractFiltersProps {
  readonly asked: Asked;
  readonly order: string;
  readonly tally: Tally;
  readonly address: Address;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What is asked of the list of metrics. A new question begins with the first page. */
export function ContractFilters({ asked, order, tally, address, input, onKeyDown }: ContractFiltersProps) {
  const styles = useStyles2(getStyles);
  const { project } = useContext(ProjectContext);
  const ask = (values: Readonly<Record<string, string>>): void => address.set({ ...values, page: '' });
  return (
    <div className={styles.controls}>
      <div className={styles.line}>
        <Input
          ref={input}
          className={styles.search}
          type="search"
          aria-label="Search metrics"
          placeholder="Search by name, help, unit, label or value; / comes here"
          value={asked.question}
          onChange={({ currentTarget }) => ask({ q: currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        <div className={styles.choice}>
          <Select
            aria-label="Service"
            placeholder="All services"
            isClearable
            value={asked.service === '' ? null : asked.service}
            options={(project?.services ?? []).map(({ name, title }) => ({ value: name, label: title }))}
            onChange={(chosen) => ask({ service: chosen?.value ?? '' })}
          />
        </div>
        <div className={styles.choice}>
          <Select
            aria-label="Order"
            isSearchable={false}
            value={ORDERS.find(({ value }) => value === order)?.value ?? 'service'}
            options={[...ORDERS]}
            onChange={({ value = 'service' }) => ask({ order: value === 'service' ? '' : value })}
          />
        </div>
      </div>
      <div className={styles.line}>
        <ChoiceBar
          label="Type"
          chosen={asked.type}
          choose={(type) => ask({ type })}
          choices={[
            { value: '', label: 'All types' },
            ...TYPES.filter((type) => tally.types[type] > 0 || asked.type === type).map((type) => ({
              value: type,
              label: counted(tally.types[type], TYPE_WORDS[type]),
            })),
          ]}
        />
        <ChoiceBar
          label="Only"
          chosen={asked.standing}
          choose={(standing) => ask({ only: standing === asked.standing ? '' : standing })}
          choices={STANDINGS.filter(({ value }) => tally.standings[value] > 0 || asked.standing === value).map(
            ({ value, label }) => ({ value, label: `${tally.standings[value].toLocaleString('en')} ${label}` }),
          )}
        />
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    controls: css({ display: 'grid', gap: theme.spacing(1) }),
    line: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 2), minWidth: 0 }),
    search: css({ flex: '1 1 320px', width: 'auto' }),
    choice: css({ flex: '0 1 200px', minWidth: 150 }),
  };
}
