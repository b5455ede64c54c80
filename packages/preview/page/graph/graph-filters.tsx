import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Input, Select, useStyles2 } from '@grafana/ui';
import type { KeyboardEvent, RefObject } from 'react';
import type { Address } from '../shell/address.ts';
import { ChoiceBar } from '../shell/choice-bar.tsx';

/** How the services are shown. */
export type View = 'services' | 'owners' | 'list';

interface GraphFiltersProps {
  readonly address: Address;
  readonly owners: readonly string[];
  readonly view: View;
  readonly depth: number | undefined;
  /** Whether a service is selected, around which there can be steps. */
  readonly isSelected: boolean;
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** What is asked of the graph, and how it is shown. */
export function GraphFilters({ address, owners, view, depth, isSelected, input, onKeyDown }: GraphFiltersProps) {
  const styles = useStyles2(getStyles);
  const owner = address.get('owner');
  return (
    <div className={styles.controls}>
      <Input
        ref={input}
        className={styles.search}
        type="search"
        aria-label="Search services"
        placeholder="Search by name, owner, tier or kind; / comes here"
        value={address.get('q')}
        onChange={({ currentTarget }) => address.set({ q: currentTarget.value, page: '' })}
        onKeyDown={onKeyDown}
      />
      <div className={styles.choice}>
        <Select
          aria-label="Owner"
          placeholder="All owners"
          isClearable
          value={owner === '' ? null : owner}
          options={owners.map((one) => ({ value: one, label: one }))}
          onChange={(chosen) => address.set({ owner: chosen?.value ?? '', page: '' })}
        />
      </div>
      <ChoiceBar
        label="View"
        chosen={view}
        choose={(chosen) => address.set({ view: chosen, page: '' })}
        choices={[
          { value: 'services', label: 'Services' },
          { value: 'owners', label: 'Owners' },
          { value: 'list', label: 'List' },
        ]}
      />
      {isSelected && view === 'services' ? (
        <ChoiceBar
          label="How much around the selected service"
          chosen={depth === undefined ? 'all' : String(depth)}
          choose={(chosen) => address.set({ depth: chosen })}
          choices={[
            { value: 'all', label: 'All' },
            { value: '1', label: '1 step around it' },
            { value: '2', label: '2 steps' },
            { value: '3', label: '3 steps' },
          ]}
        />
      ) : null}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    controls: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2), minWidth: 0 }),
    search: css({ flex: '1 1 280px', width: 'auto' }),
    choice: css({ flex: '0 1 180px', minWidth: 150 }),
  };
}
