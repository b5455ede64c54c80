import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { EmptyState, Input, useStyles2 } from '@grafana/ui';
import { useContext, useMemo } from 'react';
import type { RulesOnPage, ServiceOnPage } from '../../src/wire/project.ts';
import type { AlertHistories } from '../../src/wire/rules.ts';
import { useLoaded } from '../data/loaded.ts';
import { useAddress } from '../shell/address.ts';
import { ChoiceBar } from '../shell/choice-bar.tsx';
import { useListKeys } from '../shell/list-keys.ts';
import { PageFrame } from '../shell/page-frame.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { useChosenTime } from '../time/range.ts';
import { TimeControl } from '../time/time-control.tsx';
import { IncidentSwitch } from './incident-switch.tsx';
import { RuleGroup } from './rule-group.tsx';
import { type AlertState, shownServices, STATES, tally, withHistories } from './shown.ts';
import { STATE_WORDS } from './state-badge.tsx';

const OPEN = 'open';

/** Every rule of the project, and how its alerts fare on the data that is shown. */
export function RulesPage() {
  const { project } = useContext(ProjectContext);
  const address = useAddress();
  const styles = useStyles2(getStyles);
  const time = useChosenTime();
  const rules = useLoaded<RulesOnPage>('/api/rules', project?.generation);
  const [from, to] = [time.range.from.valueOf(), time.range.to.valueOf()];
  // Incidents change what alerts do.
  const version = useMemo(() => [project?.generation, project?.data], [project?.generation, project?.data]);
  const histories = useLoaded<AlertHistories>(`/api/rules/history?from=${from}&to=${to}`, version);
  const groups = useMemo(
    () => (rules.value === undefined ? [] : withHistories(rules.value, histories.value)),
    [rules.value, histories.value],
  );
  const asked = { question: address.get('q'), state: address.get('state'), service: address.get('service') };
  const titles = new Map<string | undefined, ServiceOnPage>(project?.services.map((one) => [one.name, one]));
  const counts = tally(groups);
  const kinds: readonly (AlertState | 'record')[] = [...STATES, 'record'];
  const keys = useListKeys<HTMLDivElement>(() => address.set({ q: '' }));
  const services = shownServices(groups, asked);
  const open = new Set(address.all(OPEN));
  return (
    <PageFrame
      title="Rules"
      loaded={rules}
      ready={!histories.isLoading}
      controls={
        <>
          {histories.isLoading ? <output className={styles.quiet}>evaluating …</output> : null}
          <TimeControl time={time} />
        </>
      }
    >
      <IncidentSwitch />
      {histories.failure === undefined ? null : (
        <div role="alert" className={styles.failure}>
          The states of alerts are not known: {histories.failure}
        </div>
      )}
      <div className={styles.controls}>
        <Input
          ref={keys.input}
          type="search"
          aria-label="Search rules"
          placeholder="Search by name, expression, service or label; / comes here"
          value={asked.question}
          onChange={({ currentTarget }) => address.set({ q: currentTarget.value })}
          onKeyDown={keys.onKeyDown}
        />
        <ChoiceBar
          label="State"
          chosen={asked.state}
          choose={(state) => address.set({ state })}
          choices={[
            { value: '', label: 'All' },
            ...kinds
              .filter((kind) => counts[kind] > 0)
              .map((kind) => ({
                value: kind,
                label: `${counts[kind]} ${kind === 'record' ? (counts.record === 1 ? 'record' : 'records') : STATE_WORDS[kind]}`,
              })),
          ]}
        />
        {asked.service === '' ? null : (
          <ChoiceBar
            label="Service"
            chosen={asked.service}
            choose={() => address.set({ service: '' })}
            choices={[{ value: asked.service, label: `only ${asked.service} ×` }]}
          />
        )}
      </div>
      {/* The keys act on what is inside, which can be focused itself. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={keys.list} className={styles.list} onKeyDown={keys.onKeyDown}>
        {services.map(({ service, groups: own }) => (
          <section key={service ?? ''} className={styles.service} aria-label={service ?? 'Rules of no service'}>
            <h2 className={styles.title}>
              {titles.get(service)?.title ?? service ?? 'Rules of no service'}
              <span className={styles.quiet}>{titles.get(service)?.owner}</span>
            </h2>
            {own.map((group) => (
              <RuleGroup
                key={`${group.resource} ${group.name}`}
                group={group}
                range={time.range}
                since={histories.value?.since}
                open={open}
                toggle={(id) => address.toggle(OPEN, id)}
              />
            ))}
          </section>
        ))}
      </div>
      {services.length === 0 ? (
        <EmptyState
          variant="not-found"
          message={groups.length === 0 ? 'There are no rules yet' : 'No rule fits what is asked'}
        />
      ) : null}
    </PageFrame>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    controls: css({ display: 'grid', gap: theme.spacing(1) }),
    list: css({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: theme.spacing(2) }),
    service: css({
      padding: theme.spacing(2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      overflow: 'hidden',
    }),
    title: css({
      margin: 0,
      fontSize: theme.typography.h5.fontSize,
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'baseline',
    }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    failure: css({ color: theme.colors.error.text, overflowWrap: 'anywhere' }),
  };
}
