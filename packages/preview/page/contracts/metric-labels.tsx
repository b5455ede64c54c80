import type { LabelSpec } from '@binnacle/model';
import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { Link } from 'react-router-dom';
import { ProjectContext } from '../shell/project-context.ts';
import { domainWords, type LabelValue, labelValues } from './domain.ts';
import { type LabelData, MOST_VALUES } from './label-data.ts';

/** Values that are written out at most. */
const MOST_SHOWN = 24;
const WORDS: Readonly<Record<LabelValue['standing'], string | undefined>> = {
  known: undefined,
  absent: 'declared, but not in the data',
  undeclared: 'in the data, but not declared',
};

function Value({ value, standing, isService }: LabelValue & { readonly isService: boolean }) {
  const styles = useStyles2(getStyles);
  const { project } = useContext(ProjectContext);
  const isKnown = isService && project?.services.some(({ name }) => name === value) === true;
  const words = WORDS[standing];
  return (
    <li className={cx(styles.value, styles[standing])} title={words}>
      {isKnown ? <Link to={`/graph?service=${encodeURIComponent(value)}`}>{value}</Link> : value}
      {words === undefined ? null : <span className="sr-only">{` (${words})`}</span>}
    </li>
  );
}

function Values({ label, seen }: { readonly label: LabelSpec; readonly seen: readonly string[] | undefined }) {
  const styles = useStyles2(getStyles);
  const values = labelValues(label.domain, seen);
  const more = values.length - MOST_SHOWN;
  return (
    <>
      <ul className={styles.values} aria-label={`Values of ${label.name}`}>
        {values.slice(0, MOST_SHOWN).map((value) => (
          <Value key={value.value} {...value} isService={label.domain.kind === 'service'} />
        ))}
      </ul>
      {more > 0 ? (
        <span className={styles.quiet}>{`${more}${(seen?.length ?? 0) >= MOST_VALUES ? ' and more' : ''} others`}</span>
      ) : null}
    </>
  );
}

/** The labels of a metric: what the contract says of their values, and which of them are in the data. */
export function MetricLabels({ labels, data }: { readonly labels: readonly LabelSpec[]; readonly data: LabelData }) {
  const styles = useStyles2(getStyles);
  if (labels.length === 0) return <div className={styles.quiet}>No labels of its own.</div>;
  return (
    <dl className={styles.list}>
      {labels.map((label) => (
        <div key={label.name} className={styles.label}>
          <dt>
            <code>{label.name}</code> <span className={styles.quiet}>{domainWords(label.domain)}</span>
          </dt>
          <dd>
            {label.help === undefined ? null : <div className={styles.quiet}>{label.help}</div>}
            <Values label={label} seen={data.values.get(label.name)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const small = { fontSize: theme.typography.bodySmall.fontSize };
  return {
    list: css({ margin: 0, display: 'grid', gap: theme.spacing(1) }),
    label: css({ minWidth: 0, dt: { fontWeight: 'normal' }, dd: { margin: theme.spacing(0.5, 0, 0) } }),
    quiet: css({ color: theme.colors.text.secondary, ...small }),
    values: css({
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0.5),
      ...small,
      a: { color: theme.colors.text.link },
    }),
    value: css({
      padding: theme.spacing(0, 0.75),
      borderRadius: theme.shape.radius.default,
      border: `1px solid ${theme.colors.border.medium}`,
      overflowWrap: 'anywhere',
      fontFamily: theme.typography.fontFamilyMonospace,
    }),
    known: css({ background: theme.colors.background.secondary }),
    absent: css({ borderStyle: 'dashed', color: theme.colors.text.secondary }),
    undeclared: css({ borderColor: theme.colors.warning.border, color: theme.colors.warning.text }),
  };
}
