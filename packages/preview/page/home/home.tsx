import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { EmptyState, Input, useStyles2 } from '@grafana/ui';
import { useContext, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FindingList } from '../findings/finding-list.tsx';
import { pageReady } from '../paint/counter.ts';
import { useListKeys } from '../shell/list-keys.ts';
import { ProjectContext } from '../shell/project-context.ts';
import { groupsFor } from './matching.ts';
import { ServiceCard } from './service-card.tsx';
import { useMore } from './use-more.ts';

/** All services with their dashboards, and a search. `/` leads to the search, arrows through what it finds. */
export function Home() {
  const { project } = useContext(ProjectContext);
  const [search, setSearch] = useSearchParams();
  const [question, setQuestion] = useState(search.get('q') ?? '');
  const ask = (text: string): void => {
    setQuestion(text);
    setSearch(text === '' ? {} : { q: text }, { replace: true });
  };
  const { input, list, onKeyDown } = useListKeys<HTMLDivElement>(() => ask(''));
  const styles = useStyles2(getStyles);
  useEffect(() => {
    pageReady(true);
    return () => pageReady(false);
  }, []);
  // Letters are there at once; what they leave of a long list follows.
  const asked = useDeferredValue(question);
  const groups = useMemo(
    () => (project === undefined ? [] : groupsFor(asked, project.services, project.dashboards)),
    [asked, project],
  );
  const { shown, end } = useMore(groups.length);
  if (project === undefined) return null;
  return (
    // The keys act on what is inside, which can be focused itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main className={styles.page} onKeyDown={onKeyDown}>
      <title>{`${project.name} · Binnacle preview`}</title>
      <h1 className={styles.title}>{project.name}</h1>
      <Input
        ref={input}
        type="search"
        aria-label="Search dashboards and services"
        placeholder="Search dashboards and services; / comes here, arrows and Enter go on"
        value={question}
        onChange={({ currentTarget }) => ask(currentTarget.value)}
      />
      {project.findings.length === 0 ? null : <FindingList findings={project.findings} />}
      <div ref={list} className={styles.groups}>
        {groups.slice(0, shown).map((group) => (
          <ServiceCard key={group.service?.name ?? ''} group={group} />
        ))}
      </div>
      <div ref={end} />
      {groups.length === 0 ? (
        <EmptyState
          variant="not-found"
          message={question === '' ? 'There are no dashboards yet' : `Nothing fits “${question}”`}
        />
      ) : null}
    </main>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ display: 'grid', gap: theme.spacing(2), padding: theme.spacing(2), maxWidth: 1400, margin: '0 auto' }),
    title: css({ margin: 0, fontSize: theme.typography.h3.fontSize }),
    groups: css({
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
      alignItems: 'start',
    }),
  };
}
