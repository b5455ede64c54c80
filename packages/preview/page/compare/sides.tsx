import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Switch, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ComparedDashboard, PanelChange } from '../../src/wire/compare.ts';
import { announce } from '../scene/dashboard-view.tsx';
import { Show } from '../scene/show.tsx';
import { DashboardContext, type DashboardInfo } from '../shell/dashboard-context.ts';
import { usePicture } from '../shell/use-picture.ts';
import type { CompareScene, SideScene } from './compare-scene.ts';
import { changesOn, type Side } from './marks.ts';
import { PanelMark } from './panel-mark.tsx';
import { useInStep } from './use-in-step.ts';
import { useView, type View } from './use-view.ts';

interface SidesProps {
  readonly scene: CompareScene;
  readonly compared: ComparedDashboard;
  readonly onOpen: (change: PanelChange) => void;
}

function useInfo(side: Side, { compared, onOpen }: Pick<SidesProps, 'compared' | 'onOpen'>): DashboardInfo {
  const drawAll = usePicture();
  const { panels } = compared;
  const opened = compared[side];
  return useMemo(() => {
    const changes = changesOn(side, panels);
    return {
      viewing: undefined,
      drawAll,
      origins: opened?.origins ?? {},
      findings: opened?.findings ?? [],
      mark(element) {
        const change = changes.get(element);
        return change === undefined ? null : <PanelMark change={change} onOpen={() => onOpen(change)} />;
      },
    };
  }, [side, panels, opened, drawAll, onOpen]);
}

/** True once the scene is active: versions that are drawn sooner would ask without its variables, and again with them. */
function useActive(scene: CompareScene): boolean {
  const [active, setActive] = useState<CompareScene>();
  useEffect(() => {
    const deactivate = scene.activate();
    setActive(scene);
    return deactivate;
  }, [scene]);
  return active === scene;
}

function Version({
  info,
  of,
  none,
}: {
  readonly info: DashboardInfo;
  readonly of: SideScene | undefined;
  readonly none: string;
}) {
  const styles = useStyles2(getStyles);
  if (of === undefined) return <p className={styles.none}>{none}</p>;
  return (
    <DashboardContext value={info}>
      <Show of={of} />
    </DashboardContext>
  );
}

function namesOf({ with: compareWith, name }: ComparedDashboard): Readonly<Record<Side, string>> {
  return compareWith === 'base' ? { before: name, after: 'this version' } : { before: 'live', after: 'as declared' };
}

/** Both versions of a dashboard with one time range and one set of variables: beside each other, or one in place of the other. */
export function Sides({ scene, compared, onOpen }: SidesProps) {
  const { controls, before, after } = scene.useState();
  const { view, show, onTouchStart, onTouchEnd } = useView();
  const [dims, setDims] = useState(false);
  const [left, right] = [useRef<HTMLDivElement>(null), useRef<HTMLDivElement>(null)];
  const [beforeInfo, afterInfo] = [useInfo('before', { compared, onOpen }), useInfo('after', { compared, onOpen })];
  const styles = useStyles2(getStyles);
  const active = useActive(scene);
  const isPicture = usePicture();
  useEffect(() => announce(scene), [scene, view]);
  useInStep(left, right, active && view === 'both' ? compared.pairs : undefined);
  const names = namesOf(compared);
  const views: readonly { readonly value: View; readonly label: string }[] = [
    { value: 'before', label: 'Before' },
    { value: 'both', label: 'Both' },
    { value: 'after', label: 'After' },
  ];
  return (
    <div className={styles.page}>
      <div className={styles.controls} role="toolbar" aria-label="Variables and time">
        {controls.map((control) => (
          <Show key={control.state.key} of={control} />
        ))}
        {isPicture ? null : (
          <div className={styles.view}>
            <RadioButtonGroup
              size="sm"
              aria-label="Versions shown; x goes to the other one"
              value={view}
              options={[...views]}
              onChange={show}
            />
            <label className={styles.dims}>
              <Switch value={dims} onChange={({ currentTarget }) => setDims(currentTarget.checked)} /> Dim what is the
              same
            </label>
            <span className={styles.hint}>
              <kbd>x</kbd> puts one version in place of the other
            </span>
          </div>
        )}
      </div>
      {active ? (
        <div
          className={cx(styles.sides, view === 'both' && styles.both, dims && styles.dimmed)}
          data-testid="sides"
          onTouchStart={onTouchStart}
          onTouchEnd={onTouchEnd}
        >
          {view === 'after' ? null : (
            <section aria-label={`Before: ${names.before}`} className={styles.side} data-side="before">
              <h2 className={styles.name}>Before: {names.before}</h2>
              <div ref={left}>
                <Version info={beforeInfo} of={before} none="This dashboard is new." />
              </div>
            </section>
          )}
          {view === 'before' ? null : (
            <section aria-label={`After: ${names.after}`} className={styles.side} data-side="after">
              <h2 className={styles.name}>After: {names.after}</h2>
              <div ref={right}>
                <Version info={afterInfo} of={after} none="This dashboard is no longer declared." />
              </div>
            </section>
          )}
        </div>
      ) : null}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    page: css({ padding: theme.spacing(0, 2, 2), overflowX: 'clip' }),
    controls: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      alignItems: 'flex-start',
      // Outlines are wider than their panels: nothing is to be seen beside it.
      margin: theme.spacing(0, -2),
      padding: theme.spacing(1, 2),
      position: 'sticky',
      top: 0,
      zIndex: theme.zIndex.navbarFixed,
      background: theme.colors.background.canvas,
    }),
    view: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2), width: '100%' }),
    dims: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1), cursor: 'pointer' }),
    hint: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      // There are no keys, and a finger does it.
      '@media (max-width: 700px)': { display: 'none' },
    }),
    sides: css({ minHeight: '60vh' }),
    both: css({
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gap: theme.spacing(3),
      '@media (max-width: 700px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
    }),
    side: css({ minWidth: 0 }),
    name: css({
      margin: theme.spacing(0.5, 0, 1.5),
      fontSize: theme.typography.body.fontSize,
      color: theme.colors.text.secondary,
      overflowWrap: 'anywhere',
    }),
    none: css({ padding: theme.spacing(4, 2), color: theme.colors.text.secondary }),
    dimmed: css({ '[data-element]:not(:has(> [data-change]))': { opacity: 0.3 } }),
  };
}
