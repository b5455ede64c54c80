import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { EmptyState, useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, useContext, useMemo, useRef } from 'react';
import { useAddress } from '../shell/address.ts';
import { useListKeys } from '../shell/list-keys.ts';
import { PageFrame } from '../shell/page-frame.tsx';
import { Pager } from '../shell/pager.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { useChosenTime } from '../time/range.ts';
import { TimeControl } from '../time/time-control.tsx';
import { GraphCanvas } from './graph-canvas.tsx';
import { GraphFilters, type View } from './graph-filters.tsx';
import { matching, partOf } from './part.ts';
import { ServiceAside } from './service-aside.tsx';
import { ownerGraph, serviceGraph } from './service-graph.ts';
import { ServiceTable } from './service-table.tsx';
import { useAlerts } from './use-alerts.ts';

/** Services that are drawn at most: more cannot be told apart, and are slow. */
const MOST_DRAWN = 150;
const PAGE = 100;

function viewOf(text: string, otherwise: View): View {
  return text === 'services' || text === 'owners' || text === 'list' ? text : otherwise;
}

/** How many steps are shown: those of the address; of a large graph one around what is selected. */
function depthOf(text: string, isLarge: boolean): number | undefined {
  if (text === 'all') return undefined;
  const steps = Number(text);
  return text !== '' && Number.isInteger(steps) && steps > 0 ? steps : isLarge ? 1 : undefined;
}

/** The services of the project and what they depend on, with what their alerts do on the data that is shown. */
export function GraphPage() {
  const { project } = useContext(ProjectContext);
  const address = useAddress();
  const styles = useStyles2(getStyles);
  const time = useChosenTime();
  const alerts = useAlerts(time);
  const nodes = useRef<HTMLDivElement>(null);
  const keys = useListKeys<HTMLDivElement>(() => address.set({ q: '', page: '' }));
  const services = useMemo(
    () => serviceGraph(project?.services ?? [], alerts.byService),
    [project?.services, alerts.byService],
  );
  const owners = useMemo(() => ownerGraph(services), [services]);
  const [question, owner, selected] = [address.get('q'), address.get('owner'), address.get('service')];
  const isSelected = services.nodes.has(selected);
  const found = useMemo(
    () => matching(services, { question, owner, selected, depth: undefined }),
    [services, question, owner, selected],
  );
  const isLarge = found.length > MOST_DRAWN;
  const view = viewOf(address.get('view'), isLarge && !isSelected ? 'owners' : 'services');
  const depth = depthOf(address.get('depth'), services.nodes.size > MOST_DRAWN);
  const graph = view === 'owners' ? owners : services;
  const part = useMemo(
    () =>
      view === 'owners'
        ? partOf(owners, { question, owner: '', selected: '', depth: undefined }, MOST_DRAWN)
        : partOf(services, { question, owner, selected, depth }, MOST_DRAWN),
    [view, owners, services, question, owner, selected, depth],
  );
  const page = Math.min(
    Math.max(0, (Number(address.get('page')) || 1) - 1),
    Math.floor(Math.max(0, found.length - 1) / PAGE),
  );
  const select = (id: string): void => {
    if (view === 'owners') address.set({ owner: id, view: '', page: '' });
    else address.set({ service: id === selected ? '' : id });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (view === 'list') keys.onKeyDown(event);
    else if (event.key === 'ArrowDown') {
      event.preventDefault();
      nodes.current?.querySelector<HTMLElement>('[data-node][tabindex="0"]')?.focus();
    } else if (event.key === 'Enter' && found[0] !== undefined && question !== '') select(found[0].id);
    else if (event.key === 'Escape') address.set({ q: '' });
  };
  const node = services.nodes.get(selected);
  const isEmpty = view === 'list' ? found.length === 0 : part.nodes.length === 0;
  return (
    <PageFrame
      title="Service graph"
      loaded={{ value: project, isLoading: project === undefined }}
      ready={!alerts.isLoading}
      isWide
      controls={
        <>
          {alerts.isLoading ? <output className={styles.quiet}>evaluating alerts …</output> : null}
          <TimeControl time={time} />
        </>
      }
    >
      <GraphFilters
        address={address}
        owners={[...owners.nodes.keys()].filter(Boolean).toSorted((a, b) => a.localeCompare(b, 'en'))}
        view={view}
        depth={depth}
        isSelected={isSelected}
        input={keys.input}
        onKeyDown={onKeyDown}
      />
      {alerts.failure === undefined ? null : (
        <div role="alert" className={styles.failure}>
          The states of alerts are not known: {alerts.failure}
        </div>
      )}
      {view !== 'list' && part.nodes.length < part.total ? (
        <output className={styles.quiet}>
          {`${part.nodes.length} of ${part.total.toLocaleString('en')} are drawn, those of the most important tiers; search, choose an owner, or see all of them in the list.`}
        </output>
      ) : null}
      {/* The keys act on what is inside, which can be focused itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={cx(styles.body, node !== undefined && styles.beside)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && isSelected) address.set({ service: '' });
        }}
      >
        <div className={styles.main}>
          {isEmpty ? (
            <EmptyState
              variant="not-found"
              message={services.nodes.size === 0 ? 'There are no services yet' : 'No service fits what is asked'}
            />
          ) : view === 'list' ? (
            <>
              {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
              <div onKeyDown={keys.onKeyDown}>
                <ServiceTable
                  graph={services}
                  nodes={found.slice(page * PAGE, (page + 1) * PAGE)}
                  selected={selected}
                  select={select}
                  list={keys.list}
                />
              </div>
              <Pager
                noun="services"
                count={found.length}
                size={PAGE}
                page={page}
                turn={(to) => address.set({ page: to === 0 ? '' : String(to + 1) })}
              />
            </>
          ) : (
            <GraphCanvas
              key={view}
              graph={graph}
              part={part}
              selected={view === 'owners' ? '' : selected}
              select={select}
              nodes={nodes}
            />
          )}
        </div>
        {node === undefined || view === 'owners' ? null : (
          <ServiceAside
            node={node}
            graph={services}
            alerts={alerts.byService.get(selected) ?? []}
            select={(id) => address.set({ service: id })}
          />
        )}
      </div>
    </PageFrame>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    failure: css({ color: theme.colors.error.text, overflowWrap: 'anywhere' }),
    body: css({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: theme.spacing(2), alignItems: 'start' }),
    beside: css({
      [theme.breakpoints.up('md')]: { gridTemplateColumns: 'minmax(0, 1fr) 300px' },
    }),
    main: css({ display: 'grid', gap: theme.spacing(2), minWidth: 0 }),
  };
}
