import { css } from '@emotion/css';
import type { MetricSpec } from '@binnacle/model';
import type { GrafanaTheme2, TimeRange } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import type { Filter } from '../../src/explore/filter.ts';
import { FilterRow } from './filter-row.tsx';

interface FiltersProps {
  readonly metric: MetricSpec;
  readonly labels: readonly string[];
  readonly range: TimeRange;
  readonly filters: readonly Filter[];
  readonly change: (filters: readonly Filter[]) => void;
}

function isWhole(filter: Partial<Filter>): filter is Filter {
  return filter.label !== undefined && filter.label !== '' && filter.op !== undefined && (filter.value ?? '') !== '';
}

/** The filters of a question, each on its row, and one that is not done yet. */
export function Filters({ metric, labels, range, filters, change }: FiltersProps) {
  const styles = useStyles2(getStyles);
  /** Filters that lack a value yet, by their place; the one behind all others is new. */
  const [drafts, setDrafts] = useState<ReadonlyMap<number, Partial<Filter>>>(new Map());
  const rows = [...filters, ...(drafts.has(filters.length) ? [{}] : [])].map((filter, i) => drafts.get(i) ?? filter);
  const put = (at: number, filter: Partial<Filter>): void => {
    const next = new Map(drafts);
    if (isWhole(filter)) {
      next.delete(at);
      change([...filters.slice(0, at), filter, ...filters.slice(at + 1)]);
    } else next.set(at, filter);
    setDrafts(next);
  };
  const remove = (at: number): void => {
    setDrafts(new Map());
    change(filters.filter((_, i) => i !== at));
  };
  return (
    <div className={styles.list}>
      {rows.map((filter, i) => (
        <FilterRow
          // A filter is what stands at its place.
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          metric={metric}
          labels={labels}
          range={range}
          filter={filter}
          change={(next) => put(i, next)}
          remove={() => remove(i)}
        />
      ))}
      {drafts.has(filters.length) ? null : (
        <Button
          size="sm"
          variant="secondary"
          fill="outline"
          icon="plus"
          onClick={() => setDrafts(new Map([[filters.length, {}]]))}
        >
          Filter
        </Button>
      )}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    list: css({ display: 'grid', gap: theme.spacing(0.5), justifyItems: 'start', minWidth: 0 }),
  };
}
