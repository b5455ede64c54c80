import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useContext, useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import type { ComparisonOnPage } from '../../src/wire/compare.ts';
import { pageReady } from '../paint/counter.ts';
import { ChangeCard } from './change-card.tsx';
import { CompareChoice, useCompareWith } from './choice.tsx';
import { CompareFailed, Comparing, NothingToCompare } from './compare-state.tsx';
import { ComparisonsContext } from './comparisons.ts';
import { byService } from './words.ts';

/** What could not be compared, and why. */
function CompareNotes({ notes }: { readonly notes: readonly string[] }) {
  const styles = useStyles2(getStyles);
  return notes.map((note) => (
    <p key={note} role="note" className={styles.note}>
      {note}
    </p>
  ));
}

function Changes({ comparison }: { readonly comparison: ComparisonOnPage }) {
  const { summary, name, notes, changes, with: compareWith } = comparison;
  const { hash } = useLocation();
  const styles = useStyles2(getStyles);
  useEffect(() => {
    pageReady(true);
    return () => pageReady(false);
  }, []);
  useEffect(() => {
    // The service of the address was not on the page when the browser looked for it.
    if (hash !== '') document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView();
  }, [hash]);
  return (
    <>
      <p className={styles.summary} data-testid="summary">
        {changes.length === 0 ? `No change: this is what ${name} has too` : summary}
      </p>
      <p className={styles.quiet}>{compareWith === 'base' ? `since ${name}` : `what a push would change in ${name}`}</p>
      <CompareNotes notes={notes} />
      {byService(changes).map(({ service, team, changes: own }) => (
        <section
          key={service ?? ''}
          id={`service-${service ?? ''}`}
          aria-label={service ?? 'Of no service'}
          className={styles.group}
        >
          <h2 className={styles.service}>
            {service ?? 'Of no service'} {team === undefined ? null : <span className={styles.quiet}>{team}</span>}
          </h2>
          {own.map((change) => (
            <ChangeCard key={change.id} change={change} compareWith={compareWith} />
          ))}
        </section>
      ))}
    </>
  );
}

/** What differs between the shown definitions and the base branch or live systems. */
export function ComparePage() {
  const { answers, ask, again } = useContext(ComparisonsContext);
  const compareWith = useCompareWith();
  const styles = useStyles2(getStyles);
  useEffect(() => {
    if (compareWith !== undefined) ask(compareWith);
  }, [compareWith, ask]);
  if (compareWith === undefined) return <NothingToCompare />;
  const answer = answers[compareWith];
  return (
    <main className={styles.page}>
      <title>Compare · Binnacle preview</title>
      <div className={styles.head}>
        <h1 className={styles.title}>What changes</h1>
        <CompareChoice compareWith={compareWith} />
        {compareWith === 'live' && answer !== undefined ? (
          <Button size="sm" variant="secondary" icon="sync" onClick={() => again('live')}>
            Ask again
          </Button>
        ) : null}
      </div>
      {answer === undefined ? <Comparing compareWith={compareWith} /> : null}
      {answer?.state === 'failed' ? <CompareFailed answer={answer} compareWith={compareWith} /> : null}
      {answer?.state === 'done' ? <Changes comparison={answer.comparison} /> : null}
    </main>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ padding: theme.spacing(2), maxWidth: 1100, margin: '0 auto' }),
    head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(2) }),
    title: css({ margin: 0, fontSize: theme.typography.h3.fontSize }),
    summary: css({ margin: theme.spacing(1, 0, 0), fontSize: theme.typography.h5.fontSize }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize, margin: 0 }),
    note: css({
      margin: theme.spacing(1, 0, 0),
      padding: theme.spacing(0.5, 1),
      borderLeft: `3px solid ${theme.colors.warning.border}`,
      overflowWrap: 'anywhere',
    }),
    group: css({ display: 'grid', gap: theme.spacing(1), marginTop: theme.spacing(2), minWidth: 0 }),
    service: css({
      margin: 0,
      fontSize: theme.typography.h4.fontSize,
      display: 'flex',
      gap: theme.spacing(1),
      alignItems: 'baseline',
    }),
  };
}
