import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { UrlSyncContextProvider } from '@grafana/scenes';
import { Icon, useStyles2 } from '@grafana/ui';
import { useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import type { ComparedDashboard, CompareWith, PanelChange } from '../../src/wire/compare.ts';
import type { OpenedDashboard } from '../../src/wire/project.ts';
import { getJson } from '../data/api.ts';
import { type DashboardSpec, isV2 } from '../scene/spec.ts';
import { NotFound } from '../shell/not-found.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { ModeContext } from '../shell/themed.tsx';
import { usePicture } from '../shell/use-picture.ts';
import { ChangeList } from './change-list.tsx';
import { CompareChoice, useCompareWith } from './choice.tsx';
import { compareScene } from './compare-scene.ts';
import { CompareFailed, Comparing, NothingToCompare } from './compare-state.tsx';
import { ComparisonsContext } from './comparisons.ts';
import { changeKey, elementOf } from './marks.ts';
import { PanelChangeDrawer } from './panel-change-drawer.tsx';
import { Sides } from './sides.tsx';

interface Fetched {
  readonly of?: string;
  readonly compared?: ComparedDashboard;
  readonly failure?: string;
}

/** Both versions of a dashboard, fetched again whenever the comparison is another; those before stay until the next have come. */
function useCompared(uid: string, compareWith: CompareWith | undefined): Fetched {
  const { answers } = useContext(ComparisonsContext);
  const answer = compareWith === undefined ? undefined : answers[compareWith];
  const path = `/api/compare/dashboards/${encodeURIComponent(uid)}?with=${compareWith ?? ''}`;
  const [fetched, setFetched] = useState<Fetched>({});
  useEffect(() => {
    if (answer?.state !== 'done') return undefined;
    const abort = new AbortController();
    const open = async (): Promise<void> => {
      try {
        setFetched({ of: path, compared: await getJson<ComparedDashboard>(path, abort.signal) });
      } catch (error) {
        if (abort.signal.aborted) return;
        setFetched({ of: path, failure: error instanceof Error ? error.message : String(error) });
      }
    };
    void open();
    return () => abort.abort();
  }, [path, answer]);
  return fetched.of === path ? fetched : {};
}

function specOf(opened: OpenedDashboard | undefined): DashboardSpec | undefined {
  return opened !== undefined && isV2(opened.resource) ? opened.resource.spec : undefined;
}

function bringIntoView(change: PanelChange): void {
  const [side, element] = elementOf(change);
  const selector = `[data-side="${side}"] [data-element="${CSS.escape(element)}"]`;
  document.querySelector(selector)?.scrollIntoView({ block: 'center' });
}

function Open({ compared }: { readonly compared: ComparedDashboard }) {
  const { mode } = useContext(ModeContext);
  const { project } = useContext(ProjectContext);
  const [search] = useSearchParams();
  const styles = useStyles2(getStyles);
  const data = JSON.stringify(project?.data);
  // Fields are coloured when they are read, and samples change with their incidents: both need the scene anew.
  const scene = useMemo(
    () => ({ of: [mode, data], scene: compareScene(specOf(compared.before), specOf(compared.after)) }),
    [compared, mode, data],
  ).scene;
  const onOpen = useCallback((change: PanelChange) => {
    bringIntoView(change);
    locationService.partial({ change: changeKey(change) });
  }, []);
  const close = useCallback(() => locationService.partial({ change: null }), []);
  const opened = compared.panels.find((change) => changeKey(change) === search.get('change'));
  if (scene === undefined) return <NotFound what="dashboard" why="neither version is of a shape that is drawn here" />;
  return (
    <UrlSyncContextProvider scene={scene} key={scene.state.key} createBrowserHistorySteps>
      {compared.change === undefined ? (
        <p role="status" className={styles.same}>
          Both versions are the same.
        </p>
      ) : null}
      {compared.change === undefined ? null : <ChangeList compared={compared} onOpen={onOpen} />}
      <Sides scene={scene} compared={compared} onOpen={onOpen} />
      {opened === undefined ? null : <PanelChangeDrawer change={opened} onClose={close} />}
    </UrlSyncContextProvider>
  );
}

function titleOf({ uid, before, after }: ComparedDashboard): string {
  return specOf(after)?.title ?? specOf(before)?.title ?? uid;
}

function Body({
  compareWith,
  fetched: { compared, failure },
}: {
  readonly compareWith: CompareWith;
  readonly fetched: Fetched;
}) {
  const { answers } = useContext(ComparisonsContext);
  const answer = answers[compareWith];
  if (answer?.state === 'failed') return <CompareFailed answer={answer} compareWith={compareWith} />;
  if (failure !== undefined) return <NotFound what="dashboard" why={failure} />;
  return compared === undefined ? <Comparing compareWith={compareWith} /> : <Open compared={compared} />;
}

/** One dashboard before and after, beside each other. */
export function DashboardComparePage() {
  const { uid = '' } = useParams();
  const { ask } = useContext(ComparisonsContext);
  const compareWith = useCompareWith();
  const fetched = useCompared(uid, compareWith);
  const isPicture = usePicture();
  const styles = useStyles2(getStyles);
  useEffect(() => {
    if (compareWith !== undefined) ask(compareWith);
  }, [compareWith, ask]);
  if (compareWith === undefined) return <NothingToCompare />;
  const { compared } = fetched;
  const title = compared === undefined ? uid : titleOf(compared);
  return (
    <main>
      <title>{`${title}, compared · Binnacle preview`}</title>
      <div className={styles.head}>
        {isPicture ? null : (
          <>
            <Link to={`/compare?with=${compareWith}`}>What changes</Link>
            <Icon name="angle-right" />
          </>
        )}
        <h1 className={styles.title}>{title}</h1>
        {compared?.after === undefined || isPicture ? null : (
          <Link to={`/d/${encodeURIComponent(uid)}`}>The dashboard alone</Link>
        )}
        {isPicture ? null : <CompareChoice compareWith={compareWith} />}
      </div>
      <Body compareWith={compareWith} fetched={fetched} />
    </main>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    head: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1.5, 2, 1),
      a: { color: theme.colors.text.link },
    }),
    same: css({ margin: 0, padding: theme.spacing(0, 2) }),
    title: css({ margin: 0, fontSize: theme.typography.h4.fontSize }),
  };
}
