import { css } from '@emotion/css';
import { formattedValueToString, getValueFormat, type GrafanaTheme2, textUtil } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { RuleOnPage } from '../../src/wire/project.ts';
import type { AlertInstance } from '../../src/wire/rules.ts';
import { FindingList } from '../findings/finding-list.tsx';
import { QueryView } from '../inspect/query-view.tsx';
import { Place } from '../shell/place.tsx';
import { RuleDashboards } from './rule-dashboards.tsx';
import { ownLabels } from './shown.ts';

const HIDDEN = new Set(['runbook_url', 'dashboard_url']);

function Texts({ texts }: { readonly texts: Readonly<Record<string, string>> }) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.texts}>
      {Object.entries(texts)
        .filter(([name]) => !HIDDEN.has(name))
        .toSorted(([a], [b]) => Number(b === 'summary') - Number(a === 'summary') || (a < b ? -1 : 1))
        .map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}

function number(value: number): string {
  return formattedValueToString(getValueFormat('short')(value, 3));
}

/** The texts of an alert as they read to who is woken; of one that is quiet, as they are written. */
function Annotations({ rule, instances }: { readonly rule: RuleOnPage; readonly instances: readonly AlertInstance[] }) {
  const styles = useStyles2(getStyles);
  const { annotations = {} } = rule;
  if (Object.keys(annotations).length === 0) return null;
  if (instances.length === 0) {
    return (
      <>
        <h4 className={styles.heading}>Texts, as they are written</h4>
        <Texts texts={annotations} />
      </>
    );
  }
  return (
    <>
      <h4 className={styles.heading}>Texts, as they read</h4>
      {instances.map((instance) => {
        const own = ownLabels(instance, rule);
        return (
          <div key={own} className={styles.instance}>
            <div className={styles.quiet}>
              {[own, instance.value === undefined ? '' : `value ${number(instance.value)}`].filter(Boolean).join(' · ')}
            </div>
            <Texts texts={Object.keys(instance.annotations).length > 0 ? instance.annotations : annotations} />
          </div>
        );
      })}
    </>
  );
}

/** All there is to know of a rule. */
export function RuleDetails({
  rule,
  instances,
}: {
  readonly rule: RuleOnPage;
  readonly instances: readonly AlertInstance[];
}) {
  const styles = useStyles2(getStyles);
  const runbook = rule.annotations?.['runbook_url'];
  return (
    <div className={styles.details}>
      {rule.findings.length === 0 ? null : <FindingList findings={rule.findings} />}
      <QueryView query={rule.query} label="Expression" />
      {rule.kind === 'alert' ? <Annotations rule={rule} instances={instances} /> : null}
      <div className={styles.labels}>
        {Object.entries(rule.labels).map(([name, value]) => (
          <code key={name}>{`${name}=${value}`}</code>
        ))}
      </div>
      <div className={styles.foot}>
        {runbook === undefined ? null : (
          <a href={textUtil.sanitizeUrl(runbook)} target="_blank" rel="noreferrer" className="external-link">
            Runbook
          </a>
        )}
        <RuleDashboards dashboards={rule.dashboards} />
        <Place at={rule.origin} />
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const small = { fontSize: theme.typography.bodySmall.fontSize };
  return {
    details: css({
      padding: theme.spacing(1, 0, 1),
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1),
    }),
    heading: css({
      margin: 0,
      ...small,
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightMedium,
    }),
    instance: css({ borderLeft: `2px solid ${theme.colors.border.medium}`, paddingLeft: theme.spacing(1) }),
    texts: css({
      margin: 0,
      '& > div': { display: 'grid', gridTemplateColumns: '90px minmax(0, 1fr)', gap: theme.spacing(1) },
      dt: { color: theme.colors.text.secondary, fontWeight: 'normal', ...small },
      dd: { margin: 0, overflowWrap: 'anywhere' },
    }),
    quiet: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere', ...small }),
    labels: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      code: { ...small, overflowWrap: 'anywhere', whiteSpace: 'normal' },
    }),
    foot: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
      a: { color: theme.colors.text.link },
    }),
  };
}
