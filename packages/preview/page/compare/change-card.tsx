import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Link } from 'react-router-dom';
import type { ChangeOnPage, CompareWith, RuleChange } from '../../src/wire/compare.ts';
import { ChangeWord } from './change-word.tsx';
import { compareAddress } from './address.ts';
import { QueryDiffView } from './query-diff-view.tsx';
import { Said } from './said.tsx';
import { bySubject, kindInWords, panelsInWords, type SaidOf } from './words.ts';

/** An alert or record: what is said of it, and its expression before and after. */
function Rule({ rule: { subject, change, said, query } }: { readonly rule: RuleChange }) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.part}>
      <div className={styles.line}>
        <ChangeWord change={change} />
        <strong>{subject}</strong>
      </div>
      <Said said={said} />
      {query === undefined ? null : (
        <details className={styles.query}>
          <summary>{query.label}</summary>
          <QueryDiffView query={query} />
        </details>
      )}
    </li>
  );
}

/** Parts of a resource that are told at once; the rest unfolds. */
const MOST_PARTS = 12;

/** What is said of one part of a resource; without subject, of the resource itself. */
function Part({ part: { subject, change, said } }: { readonly part: SaidOf }) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.part}>
      {subject === undefined ? null : (
        <div className={styles.line}>
          <ChangeWord change={change} />
          <strong>{subject}</strong>
        </div>
      )}
      <Said said={said} />
    </li>
  );
}

function shownPart(part: SaidOf) {
  return <Part key={`${part.change} ${part.subject ?? ''}`} part={part} />;
}

/** What is said of a resource beside its rules, part by part. */
function Parts({ change: { differences, rules } }: { readonly change: ChangeOnPage }) {
  const styles = useStyles2(getStyles);
  const told = new Set(rules.map(({ subject }) => subject));
  const parts = bySubject(differences.filter(({ subject }) => subject === undefined || !told.has(subject)));
  const [first, rest] = [parts.slice(0, MOST_PARTS), parts.slice(MOST_PARTS)];
  return (
    <>
      <ul className={styles.list}>{first.map(shownPart)}</ul>
      {rest.length === 0 ? null : (
        <details className={styles.query}>
          <summary>{rest.length} more</summary>
          <ul className={styles.list}>{rest.map(shownPart)}</ul>
        </details>
      )}
    </>
  );
}

function Name({ change, compareWith }: { readonly change: ChangeOnPage; readonly compareWith: CompareWith }) {
  const { dashboard, title, id, system } = change;
  const name = title ?? (system === undefined ? id : id.slice(0, -system.length - 1));
  if (dashboard === undefined) return <span>{name}</span>;
  return <Link to={compareAddress(dashboard.uid, compareWith)}>{name}</Link>;
}

/** One resource that differs: what happened to it, in words, and what else that reaches. */
export function ChangeCard({
  change,
  compareWith,
}: {
  readonly change: ChangeOnPage;
  readonly compareWith: CompareWith;
}) {
  const styles = useStyles2(getStyles);
  const { kind, note, system, reaches, rules, dashboard } = change;
  const quiet = [note, system, dashboard === undefined ? '' : panelsInWords(dashboard)].filter(
    (text) => text !== undefined && text !== '',
  );
  return (
    <article
      className={styles.card}
      data-testid="change"
      aria-label={`${kindInWords(kind)} ${change.title ?? change.id}`}
    >
      <h3 className={styles.title}>
        <ChangeWord change={change.change} />
        <span className={styles.quiet}>{kindInWords(kind)}</span>
        <Name change={change} compareWith={compareWith} />
        <span className={styles.quiet}>{quiet.join(' · ')}</span>
      </h3>
      <ul className={styles.list}>
        {rules.map((rule) => (
          <Rule key={`${rule.change} ${rule.subject}`} rule={rule} />
        ))}
      </ul>
      <Parts change={change} />
      {reaches.map((line) => (
        <p key={line} className={styles.quiet}>{`→ ${line}`}</p>
      ))}
    </article>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    card: css({
      padding: theme.spacing(1.5, 2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      minWidth: 0,
    }),
    title: css({
      margin: 0,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0.5, 1),
      fontSize: theme.typography.body.fontSize,
      a: { color: theme.colors.text.link },
    }),
    list: css({ listStyle: 'none', margin: 0, padding: 0 }),
    part: css({
      marginTop: theme.spacing(1),
      paddingTop: theme.spacing(1),
      borderTop: `1px solid ${theme.colors.border.weak}`,
    }),
    line: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), alignItems: 'baseline' }),
    query: css({ marginTop: theme.spacing(0.5), summary: { cursor: 'pointer', color: theme.colors.text.secondary } }),
    quiet: css({
      margin: theme.spacing(0.5, 0, 0),
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
      overflowWrap: 'anywhere',
    }),
  };
}
