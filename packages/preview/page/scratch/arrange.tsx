import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import type { PlacedPanel } from '../../src/explore/panel.ts';
import { moved, withChange, without } from './kept.ts';
import { moveButton, PanelRow } from './panel-row.tsx';
import type { Scratch } from './use-scratch.ts';

/** The panels of the scratch dashboard in order: titles, sizes, places. */
export function Arrange({ dashboard, change }: Pick<Scratch, 'dashboard' | 'change'>) {
  const styles = useStyles2(getStyles);
  const { panels } = dashboard;
  const [removed, setRemoved] = useState<{ readonly panel: PlacedPanel; readonly at: number }>();
  const focus = useRef<string>(undefined);
  useEffect(() => {
    if (focus.current !== undefined) document.getElementById(focus.current)?.focus();
    focus.current = undefined;
  }, [panels]);
  const move = (id: string, by: number): void => {
    const to = panels.findIndex((panel) => panel.id === id) + by;
    // At an end the button that leads there is off: the other one takes over.
    focus.current = moveButton(id, to === 0 ? 1 : to === panels.length - 1 ? -1 : by);
    change((before) => moved(before, id, by));
  };
  return (
    <section className={styles.box} aria-label="Arrange the panels">
      <ol className={styles.list}>
        {panels.map((panel, i) => (
          <PanelRow
            key={`${panel.id} ${panel.title}`}
            panel={panel}
            isFirst={i === 0}
            isLast={i === panels.length - 1}
            change={(to) => change((before) => withChange(before, panel.id, to))}
            move={(by) => move(panel.id, by)}
            remove={() => {
              setRemoved({ panel, at: i });
              change((before) => without(before, panel.id));
            }}
          />
        ))}
      </ol>
      {removed === undefined ? null : (
        <output className={styles.removed}>
          “{removed.panel.title}” is removed.
          <Button
            size="sm"
            variant="secondary"
            fill="text"
            onClick={() => {
              const { panel, at } = removed;
              change((before) => ({
                ...before,
                panels: [...before.panels.slice(0, at), panel, ...before.panels.slice(at)],
              }));
              setRemoved(undefined);
            }}
          >
            Undo
          </Button>
        </output>
      )}
    </section>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    list: css({ listStyle: 'none', margin: 0 }),
    removed: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 1),
      color: theme.colors.text.secondary,
    }),
  };
}
