import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { Button, ConfirmModal, Input, LinkButton, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { EMPTY } from './kept.ts';
import type { Scratch } from './use-scratch.ts';

interface HeadProps {
  readonly scratch: Scratch;
  readonly isArranging: boolean;
  readonly arrange: (isOn: boolean) => void;
  readonly copy: () => void;
}

/** A text that is taken over when one is done with it. */
function Editable({
  label,
  value,
  take,
}: {
  readonly label: string;
  readonly value: string;
  readonly take: (value: string) => void;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const done = (): void => {
    if (text.trim() === '') setText(value);
    else if (text !== value) take(text.trim());
  };
  return (
    <Input
      aria-label={label}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={done}
      onKeyDown={({ key }) => (key === 'Enter' ? done() : undefined)}
    />
  );
}

/** Title and purpose of the scratch dashboard, and what can be done with all of it. */
export function ScratchHead({ scratch, isArranging, arrange, copy }: HeadProps) {
  const styles = useStyles2(getStyles);
  const { dashboard, change, failure } = scratch;
  const [isClearing, setClearing] = useState(false);
  const [search] = useSearchParams();
  return (
    <div className={styles.head}>
      <div className={styles.texts}>
        <Editable
          label="Title of the dashboard"
          value={dashboard.title}
          take={(title) => change((before) => ({ ...before, title }))}
        />
        <Editable
          label="The question it answers"
          value={dashboard.purpose}
          take={(purpose) => change((before) => ({ ...before, purpose }))}
        />
      </div>
      <div className={styles.buttons}>
        {search.has('viewPanel') ? (
          <Button
            size="sm"
            variant="secondary"
            icon="arrow-left"
            onClick={() => locationService.partial({ viewPanel: null })}
          >
            Back to the dashboard
          </Button>
        ) : null}
        <Button size="sm" icon="brackets-curly" onClick={copy}>
          Copy as TypeScript
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon="bars"
          aria-pressed={isArranging}
          onClick={() => arrange(!isArranging)}
        >
          {isArranging ? 'Done' : 'Arrange'}
        </Button>
        <LinkButton size="sm" variant="secondary" icon="plus" href={locationUtil.assureBaseUrl('/explore')}>
          Add a panel
        </LinkButton>
        <Button size="sm" variant="secondary" fill="text" icon="trash-alt" onClick={() => setClearing(true)}>
          Clear
        </Button>
      </div>
      {failure === undefined ? null : <span role="alert">{failure}</span>}
      <ConfirmModal
        isOpen={isClearing}
        title="Clear the scratch dashboard"
        body={`Its ${dashboard.panels.length === 1 ? 'panel is' : `${dashboard.panels.length} panels are`} removed from this browser.`}
        confirmText="Clear"
        onConfirm={() => {
          change(() => EMPTY);
          setClearing(false);
        }}
        onDismiss={() => setClearing(false)}
      />
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    head: css({
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      alignItems: 'center',
      gap: theme.spacing(1, 2),
    }),
    texts: css({
      display: 'grid',
      flex: '1 1 420px',
      gridTemplateColumns: 'minmax(140px, 1fr) minmax(180px, 2fr)',
      gap: theme.spacing(1),
      [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    }),
    buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  };
}
