import { css } from '@emotion/css';
import type { Importance } from '@binnacle/model';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { IconButton, Input, LinkButton, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import type { PlacedPanel } from '../../src/explore/panel.ts';
import { ChoiceBar } from '../shell/choice-bar.tsx';
import { isSize } from './kept.ts';

const SIZES: readonly { readonly value: Importance; readonly label: string }[] = [
  { value: 'hero', label: 'Hero' },
  { value: 'major', label: 'Major' },
  { value: 'minor', label: 'Minor' },
];

interface RowProps {
  readonly panel: PlacedPanel;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly change: (change: Partial<Pick<PlacedPanel, 'title' | 'size'>>) => void;
  readonly move: (by: number) => void;
  readonly remove: () => void;
}

/** Id of a button that moves a panel, so that it keeps the focus where it goes. */
export function moveButton(id: string, by: number): string {
  return `move-${id}-${by < 0 ? 'up' : 'down'}`;
}

/** A panel of the scratch dashboard with what can be done with it. */
export function PanelRow({ panel, isFirst, isLast, change, move, remove }: RowProps) {
  const styles = useStyles2(getStyles);
  const { id, title, size, address } = panel;
  const [text, setText] = useState(title);
  const take = (): void => {
    const next = text.trim();
    if (next === '') setText(title);
    else if (next !== title) change({ title: next });
  };
  return (
    <li className={styles.row} data-testid="scratch-row" aria-label={title}>
      <span className={styles.moves}>
        <IconButton
          id={moveButton(id, -1)}
          name="arrow-up"
          aria-label={`Move ${title} up`}
          disabled={isFirst}
          onClick={() => move(-1)}
        />
        <IconButton
          id={moveButton(id, 1)}
          name="arrow-down"
          aria-label={`Move ${title} down`}
          disabled={isLast}
          onClick={() => move(1)}
        />
      </span>
      <span className={styles.title}>
        <Input
          aria-label={`Title of ${title}`}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onBlur={take}
          onKeyDown={({ key }) => {
            if (key === 'Enter') take();
            else if (key === 'Escape') setText(title);
          }}
        />
      </span>
      <ChoiceBar
        label={`Size of ${title}`}
        choices={SIZES}
        chosen={size}
        choose={(value) => (isSize(value) ? change({ size: value }) : undefined)}
      />
      <span className={styles.moves}>
        {address === undefined ? null : (
          <LinkButton
            size="sm"
            variant="secondary"
            fill="text"
            icon="compass"
            href={locationUtil.assureBaseUrl(`/explore?${address}`)}
          >
            Explore
          </LinkButton>
        )}
        <IconButton name="trash-alt" aria-label={`Remove ${title}`} onClick={remove} />
      </span>
    </li>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    row: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(0.75, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      '&:last-child': { borderBottom: 0 },
    }),
    moves: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
    title: css({ flex: '1 1 220px', minWidth: 0 }),
  };
}
