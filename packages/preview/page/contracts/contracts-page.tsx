import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { EmptyState, useStyles2 } from '@grafana/ui';
import { useContext, useMemo } from 'react';
import type { ContractsOnPage } from '../../src/wire/project.ts';
import { useLoaded } from '../data/loaded.ts';
import { useAddress } from '../shell/address.ts';
import { useListKeys } from '../shell/list-keys.ts';
import { PageFrame } from '../shell/page-frame.tsx';
import { Pager } from '../shell/pager.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { useChosenTime } from '../time/range.ts';
import { TimeControl } from '../time/time-control.tsx';
import { ContractFilters } from './contract-filters.tsx';
import { ContractSection } from './contract-section.tsx';
import { found, listed, ordered, sections } from './shown.ts';

const OPEN = 'open';
/** Metrics of a page: more are no help, and slow. */
const PAGE = 50;

/** Every metric that the services declare, what reads it, and what is in the data. */
export function ContractsPage() {
  const { project } = useContext(ProjectContext);
  const address = useAddress();
  const styles = useStyles2(getStyles);
  const time = useChosenTime();
  const contracts = useLoaded<ContractsOnPage>('/api/contracts', project?.generation);
  const all = useMemo(() => listed(contracts.value?.metrics ?? []), [contracts.value]);
  const [question, service, type] = [address.get('q'), address.get('service'), address.get('type')];
  const [standing, order] = [address.get('only'), address.get('order')];
  const { metrics, tally } = useMemo(
    () => found(all, { question, service, type, standing }),
    [all, question, service, type, standing],
  );
  const inOrder = useMemo(() => ordered(metrics, order), [metrics, order]);
  const page = Math.min(
    Math.max(0, (Number(address.get('page')) || 1) - 1),
    Math.floor(Math.max(0, metrics.length - 1) / PAGE),
  );
  const shown = sections(inOrder.slice(page * PAGE, (page + 1) * PAGE), order);
  const open = new Set(address.all(OPEN));
  const keys = useListKeys<HTMLDivElement>(() => address.set({ q: '', page: '' }));
  const turn = (to: number): void => {
    address.set({ page: to === 0 ? '' : String(to + 1) });
    keys.list.current?.scrollIntoView({ block: 'start' });
  };
  const isAll = question === '' && service === '' && type === '' && standing === '';
  return (
    <PageFrame title="Metric contracts" loaded={contracts} controls={<TimeControl time={time} />}>
      <ContractFilters
        asked={{ question, service, type, standing }}
        order={order}
        tally={tally}
        address={address}
        input={keys.input}
        onKeyDown={keys.onKeyDown}
      />
      <output className={styles.quiet}>
        {`${metrics.length.toLocaleString('en')}${isAll ? '' : ` of ${all.length.toLocaleString('en')}`} metrics, at most ${metrics
          .reduce((sum, { contract }) => sum + contract.seriesPerInstance, 0)
          .toLocaleString('en')} series per instance`}
      </output>
      {/* The keys act on what is inside, which can be focused itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={keys.list} className={styles.list} onKeyDown={keys.onKeyDown}>
        {shown.map((section) => (
          <ContractSection
            key={section.service ?? ''}
            section={section}
            range={time.range}
            open={open}
            toggle={(id) => address.toggle(OPEN, id)}
          />
        ))}
      </div>
      <Pager noun="metrics" count={metrics.length} size={PAGE} page={page} turn={turn} />
      {metrics.length === 0 ? (
        <EmptyState
          variant="not-found"
          message={all.length === 0 ? 'No service declares a metric yet' : 'No metric fits what is asked'}
        />
      ) : null}
    </PageFrame>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    list: css({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: theme.spacing(2) }),
  };
}
