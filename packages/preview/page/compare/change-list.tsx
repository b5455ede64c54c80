import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Collapse, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import type { ComparedDashboard, PanelChange } from '../../src/wire/compare.ts';
import { usePicture } from '../shell/use-picture.ts';
import { ChangeWord } from './change-word.tsx';
import { changeKey } from './marks.ts';
import { Said } from './said.tsx';
import { bySubject, panelsInWords } from './words.ts';

/** Everything that differs in a dashboard: its panels, each of which it leads to, then the rest. */
export function ChangeList({
  compared: { panels, change },
  onOpen,
}: {
  readonly compared: ComparedDashboard;
  readonly onOpen: (change: PanelChange) => void;
}) {
  // Nobody unfolds a picture.
  const [open, setOpen] = useState(usePicture());
  const styles = useStyles2(getStyles);
  const differences = (change?.differences ?? []).filter(
    // Its panels are told one by one.
    ({ path, subject }) => path !== '' && subject?.startsWith('panel ') !== true,
  );
  const rest = bySubject(differences);
  const counts = change?.dashboard === undefined ? '' : panelsInWords(change.dashboard);
  const others = rest.reduce((sum, { said }) => sum + said.length, 0);
  const label = [counts, others === 0 ? '' : `${others} ${others === 1 ? 'difference' : 'differences'} beside panels`]
    .filter((text) => text !== '')
    .join('; ');
  return (
    <div className={styles.box}>
      <Collapse isOpen={open} onToggle={setOpen} label={label}>
        <ul className={styles.list}>
          {panels.map((panel) => (
            <li key={changeKey(panel)} className={styles.item}>
              <ChangeWord change={panel.change} />
              <button type="button" className={styles.panel} onClick={() => onOpen(panel)}>
                {panel.title}
              </button>
              <Said said={panel.said} />
            </li>
          ))}
          {rest.map(({ subject, change: what, said }) => (
            <li key={`${what} ${subject ?? ''}`} className={styles.item}>
              <ChangeWord change={what} />
              <strong>{subject ?? 'dashboard'}</strong>
              <Said said={said} />
            </li>
          ))}
        </ul>
      </Collapse>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({ padding: theme.spacing(0, 2) }),
    list: css({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: theme.spacing(1) }),
    item: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1), alignItems: 'baseline' }),
    panel: css({
      padding: 0,
      border: 0,
      background: 'none',
      color: theme.colors.text.link,
      cursor: 'pointer',
      fontWeight: theme.typography.fontWeightMedium,
      textAlign: 'left',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 2 },
    }),
  };
}
