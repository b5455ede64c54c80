import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Drawer, useStyles2 } from '@grafana/ui';
import type { PanelChange } from '../../src/wire/compare.ts';
import { ChangeWord } from './change-word.tsx';
import { QueryDiffView } from './query-diff-view.tsx';
import { Said } from './said.tsx';

/** What differs in a panel: in words, and its queries before and after. */
export function PanelChangeDrawer({ change, onClose }: { readonly change: PanelChange; readonly onClose: () => void }) {
  const styles = useStyles2(getStyles);
  return (
    <Drawer title={change.title} onClose={onClose} size="md">
      <div className={styles.content} data-testid="panel-change">
        <ChangeWord change={change.change} />
        <Said said={change.said} />
        {change.queries.map((query) => (
          <QueryDiffView key={query.label} query={query} />
        ))}
      </div>
    </Drawer>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return { content: css({ display: 'grid', gap: theme.spacing(2), justifyItems: 'start' }) };
}
