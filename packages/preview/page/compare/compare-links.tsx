import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { Link } from 'react-router-dom';
import type { ChangeOnPage } from '../../src/wire/compare.ts';
import { compareAddress } from './address.ts';
import { ComparisonsContext, useChanges, usualOffer } from './comparisons.ts';
import { CHANGE_WORDS, panelsInWords, rulesInWords } from './words.ts';

function changesInWords(count: number): string {
  return count === 1 ? '1 change' : `${count === 0 ? 'No' : count} changes`;
}

/** In the bar on top: the way to what changes, with how many resources do where that is known. */
export function CompareLink() {
  const { offers, answers } = useContext(ComparisonsContext);
  const styles = useStyles2(getStyles);
  const usual = usualOffer(offers);
  if (usual === undefined) return null;
  const answer = answers[usual];
  const text =
    answer?.state === 'done'
      ? changesInWords(answer.comparison.changes.length)
      : usual === 'base'
        ? 'Compare with base'
        : 'Compare with live';
  return (
    <Link to={`/compare?with=${usual}`} className={styles.link} title="What differs from the base branch or from live">
      <Icon name="code-branch" /> {text}
    </Link>
  );
}

const SINCE = { base: 'since the base', live: 'from live' } as const;

function words({ change, dashboard }: ChangeOnPage): string {
  const panels = dashboard === undefined || change !== 'changed' ? '' : panelsInWords(dashboard);
  return panels === '' ? CHANGE_WORDS[change] : `${CHANGE_WORDS[change]}: ${panels}`;
}

/** Beside a dashboard: that it differs, and the way to both versions of it. `long`: with how, as there is room. */
export function ChangedDashboard({ uid, long = false }: { readonly uid: string; readonly long?: boolean }) {
  const styles = useStyles2(getStyles);
  const found = useChanges(({ dashboard }) => dashboard?.uid === uid);
  if (found.length === 0) return null;
  return (
    <span className={long ? styles.all : cx(styles.all, styles.beside)}>
      {found.map(({ with: compareWith, change }) => {
        const since = found.length === 1 ? '' : ` ${SINCE[compareWith]}`;
        return (
          <Link
            key={compareWith}
            to={compareAddress(uid, compareWith)}
            className={styles.link}
            data-testid="changed-dashboard"
            title={`${words(change)}, ${SINCE[compareWith]}`}
          >
            <Icon name="code-branch" size="sm" /> {`${long ? words(change) : CHANGE_WORDS[change.change]}${since}`}
          </Link>
        );
      })}
    </span>
  );
}

/** Beside a service: how many of its alerts and records differ, and the way to how. */
export function ChangedRules({ service }: { readonly service: string }) {
  const styles = useStyles2(getStyles);
  const found = useChanges((change) => change.service === service && change.rules.length > 0);
  return [...new Set(found.map((one) => one.with))].map((compareWith) => {
    const rules = found.filter((one) => one.with === compareWith).flatMap(({ change }) => change.rules);
    return (
      <Link key={compareWith} to={`/compare?with=${compareWith}#service-${service}`} className={styles.link}>
        <Icon name="code-branch" size="sm" /> {rulesInWords(rules)}
      </Link>
    );
  });
}

function getStyles(theme: GrafanaTheme2) {
  return {
    // In a row of its own size, it stays beside the name.
    all: css({ display: 'inline-flex', flexWrap: 'wrap', gap: theme.spacing(0, 1.5) }),
    beside: css({ marginRight: 'auto' }),
    link: css({
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(0.5),
      color: theme.colors.text.link,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
    }),
  };
}
