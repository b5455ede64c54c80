import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { EmptyState, LinkButton, useStyles2 } from '@grafana/ui';
import { useContext, useEffect, useMemo, useState } from 'react';
import { scratchResource } from '../../src/explore/dashboard.ts';
import type { ContractsOnPage, OpenedDashboard } from '../../src/wire/project.ts';
import { OpenDashboard } from '../dashboard/dashboard-page.tsx';
import { useLoaded } from '../data/loaded.ts';
import { pageReady } from '../paint/counter.ts';
import { ProjectContext } from '../shell/project-context.ts';
import { Arrange } from './arrange.tsx';
import { CodeDrawer } from './code-drawer.tsx';
import { ScratchHead } from './scratch-head.tsx';
import { useScratch } from './use-scratch.ts';

/** Says that there is nothing to wait for. */
function Nothing() {
  useEffect(() => {
    pageReady(true);
    return () => pageReady(false);
  }, []);
  return (
    <EmptyState
      variant="call-to-action"
      message="Nothing is on the scratch dashboard yet"
      button={
        <LinkButton icon="compass" href={locationUtil.assureBaseUrl('/explore')}>
          Explore metrics
        </LinkButton>
      }
    >
      What you explore can be put here, arranged, and copied out as TypeScript. Only this browser keeps it.
    </EmptyState>
  );
}

/** The dashboard that is put together from what was explored. */
export function ScratchPage() {
  const { project } = useContext(ProjectContext);
  const styles = useStyles2(getStyles);
  const scratch = useScratch();
  const { dashboard, change } = scratch;
  const [isArranging, arrange] = useState(false);
  const [isCopying, setCopying] = useState(false);
  const contracts = useLoaded<ContractsOnPage>('/api/contracts', project?.generation);
  const opened = useMemo(
    (): OpenedDashboard => ({
      uid: 'scratch',
      resource: scratchResource(dashboard),
      findings: [],
      origins: {},
      losses: [],
    }),
    [dashboard],
  );
  return (
    <main>
      <title>{`${dashboard.title} · ${project?.name ?? 'Binnacle preview'}`}</title>
      <div className={styles.top}>
        <div className={styles.line}>
          <h1 className={styles.title}>Scratch dashboard</h1>
          <span className={styles.quiet}>kept by this browser alone</span>
        </div>
      </div>
      {dashboard.panels.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <div className={styles.top}>
            <ScratchHead scratch={scratch} isArranging={isArranging} arrange={arrange} copy={() => setCopying(true)} />
            {isArranging ? <Arrange dashboard={dashboard} change={change} /> : null}
          </div>
          <OpenDashboard opened={opened} />
        </>
      )}
      {isCopying && contracts.failure !== undefined ? (
        <p role="alert">The metrics of the project are not known: {contracts.failure}</p>
      ) : null}
      {isCopying && contracts.value !== undefined ? (
        <CodeDrawer dashboard={dashboard} contracts={contracts.value.metrics} close={() => setCopying(false)} />
      ) : null}
    </main>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    top: css({ display: 'grid', gap: theme.spacing(1.5), padding: theme.spacing(1.5, 2, 0) }),
    line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', gap: theme.spacing(0, 1) }),
    title: css({ margin: 0, fontSize: theme.typography.h4.fontSize }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}
