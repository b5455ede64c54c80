import { css } from '@emotion/css';
import { type GrafanaTheme2, rangeUtil, type TimeRange } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { RecordLine } from './record-line.tsx';
import { RuleDetails } from './rule-details.tsx';
import { ownLabels, type ShownRule } from './shown.ts';
import { StateBadge } from './state-badge.tsx';
import { Timeline } from './timeline.tsx';

interface RuleRowProps {
  readonly shown: ShownRule;
  readonly range: TimeRange;
  readonly since: number | undefined;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

/** Instances drawn at most while the rule is closed. */
const MOST_CLOSED = 6;

/** A rule in a line, what became of it, and when it is open everything about it. */
export function RuleRow({ shown, range, since, isOpen, toggle }: RuleRowProps) {
  const { rule, state, instances } = shown;
  const styles = useStyles2(getStyles);
  const rows = instances.map((instance) => ({ name: ownLabels(instance, rule), instance }));
  const drawn = isOpen ? rows : rows.slice(0, MOST_CLOSED);
  const facts =
    rule.kind === 'alert'
      ? [
          rule.labels['severity'],
          rule.for === undefined || rule.for === 0 ? undefined : `for ${rangeUtil.secondsToHms(rule.for)}`,
        ]
      : ['recording rule'];
  return (
    <li className={styles.row} data-rule={rule.name}>
      <button type="button" className={styles.line} aria-expanded={isOpen} onClick={toggle} data-entry={rule.id}>
        <Icon name={isOpen ? 'angle-down' : 'angle-right'} />
        {state === undefined ? null : <StateBadge state={state} />}
        <span className={styles.name}>{rule.name}</span>
        <span className={styles.quiet}>{facts.filter((fact) => fact !== undefined).join(' · ')}</span>
      </button>
      {rule.kind === 'record' ? <RecordLine name={rule.name} range={range} /> : null}
      {drawn.length === 0 ? null : <Timeline range={range} rows={drawn} since={since} />}
      {rows.length > drawn.length ? (
        <div className={styles.quiet}>{`${rows.length - drawn.length} more instances`}</div>
      ) : null}
      {isOpen ? <RuleDetails rule={rule} instances={instances} /> : null}
    </li>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({ borderTop: `1px solid ${theme.colors.border.weak}`, padding: theme.spacing(0.5, 0) }),
    line: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      width: '100%',
      padding: theme.spacing(0.5, 0),
      border: 0,
      background: 'none',
      textAlign: 'left',
      '&:hover': { background: theme.colors.action.hover },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    }),
    name: css({ overflowWrap: 'anywhere', minWidth: 0, maxWidth: 'calc(100% - 32px)' }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}
