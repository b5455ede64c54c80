import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { EmptyState, useStyles2 } from '@grafana/ui';
import { type ReactNode, useContext, useEffect } from 'react';
import type { Loaded } from '../data/loaded.ts';
import { pageReady } from '../paint/counter.ts';
import { ProjectContext } from './project-context.ts';

interface PageFrameProps {
  readonly title: string;
  /** What the page waits for before it shows anything. */
  readonly loaded: Pick<Loaded<unknown>, 'value' | 'failure' | 'isLoading'>;
  readonly controls?: ReactNode;
  /** False while the page still has something to find out. */
  readonly ready?: boolean;
  /** Takes all the room there is. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** A page around the dashboards: title, controls, and what stands in for its content while that is missing. */
export function PageFrame({ title, loaded, controls, ready = true, isWide = false, children }: PageFrameProps) {
  const { project } = useContext(ProjectContext);
  const styles = useStyles2(getStyles);
  const settled = ready && (loaded.value !== undefined || loaded.failure !== undefined);
  useEffect(() => {
    pageReady(settled);
    return () => pageReady(false);
  }, [settled]);
  return (
    <main className={cx(styles.page, isWide && styles.wide)}>
      <title>{`${title} · ${project?.name ?? 'Binnacle preview'}`}</title>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {controls}
      </div>
      {loaded.failure === undefined ? null : (
        <EmptyState variant="not-found" message={`${title} cannot be shown`}>
          <span role="alert">{loaded.failure}</span>
        </EmptyState>
      )}
      {loaded.value === undefined && loaded.failure === undefined ? (
        <output className={styles.loading}>Loading …</output>
      ) : null}
      {loaded.value === undefined ? null : children}
    </main>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(2),
      padding: theme.spacing(2),
      maxWidth: 1400,
      margin: '0 auto',
    }),
    wide: css({ maxWidth: 'none' }),
    head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
    title: css({ margin: 0, marginRight: 'auto', fontSize: theme.typography.h3.fontSize }),
    loading: css({ padding: theme.spacing(4), textAlign: 'center', color: theme.colors.text.secondary }),
  };
}
