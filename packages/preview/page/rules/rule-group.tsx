import { css } from '@emotion/css';
import { type GrafanaTheme2, rangeUtil, type TimeRange } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { RuleRow } from './rule-row.tsx';
import type { ShownGroup } from './shown.ts';

interface RuleGroupProps {
  readonly group: ShownGroup;
  readonly range: TimeRange;
  readonly since: number | undefined;
  readonly open: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
}

/** A group of rules. */
export function RuleGroup({ group, range, since, open, toggle }: RuleGroupProps) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <h3 className={styles.title}>
        {group.name} <span className={styles.quiet}>every {rangeUtil.secondsToHms(group.interval)}</span>
      </h3>
      <ul className={styles.list}>
        {group.rules.map((shown) => (
          <RuleRow
            key={shown.rule.id}
            shown={shown}
            range={range}
            since={since}
            isOpen={open.has(shown.rule.id)}
            toggle={() => toggle(shown.rule.id)}
          />
        ))}
      </ul>
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    title: css({ margin: theme.spacing(1.5, 0, 0.5), fontSize: theme.typography.body.fontSize }),
    quiet: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: 'normal',
    }),
    list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  };
}
