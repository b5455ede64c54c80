import { css } from '@emotion/css';
import { parse, pretty, renderError } from '@binnacle/promql';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, TextArea, useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, useState } from 'react';
import type { PanelQuery } from '../../src/explore/panel.ts';
import { queryName } from './query-name.ts';

interface EditorProps {
  readonly queries: readonly PanelQuery[];
  readonly run: (texts: readonly string[]) => void;
  readonly cancel: () => void;
}

function laidOut(text: string): string {
  const { expr, errors } = parse(text);
  return errors.length > 0 ? text : pretty(expr);
}

/** Queries as text, with what is wrong with them below; they are asked when one says so. */
export function QueryEditor({ queries, run, cancel }: EditorProps) {
  const styles = useStyles2(getStyles);
  const [texts, setTexts] = useState(() => queries.map(({ text }) => laidOut(text)));
  const errors = texts.map((text) => parse(text).errors);
  const isRight = errors.every((own) => own.length === 0);
  const submit = (): void => {
    if (isRight) run(texts);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape') cancel();
  };
  return (
    // The keys act on the texts, which can be focused themselves.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.editor} onKeyDown={onKeyDown}>
      {texts.map((text, i) => {
        const name = queryName(queries[i]?.legend, i, texts.length);
        return (
          // Queries keep their places.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={i} className={styles.one}>
            {texts.length > 1 ? <span className={styles.name}>{name}</span> : null}
            <TextArea
              aria-label={`PromQL: ${name}`}
              aria-invalid={(errors[i]?.length ?? 0) > 0}
              className={styles.text}
              autoFocus={i === 0}
              spellCheck={false}
              rows={Math.min(12, Math.max(3, text.split('\n').length + 1))}
              value={text}
              onChange={({ currentTarget: { value } }) => setTexts(texts.map((one, at) => (at === i ? value : one)))}
            />
            {errors[i]?.slice(0, 1).map((error) => (
              <pre key={error.message} role="alert" className={styles.error} data-testid="query-error">
                {renderError(text, error)}
              </pre>
            ))}
          </div>
        );
      })}
      <div className={styles.buttons}>
        <Button size="sm" icon="play" disabled={!isRight} onClick={submit} tooltip="Ctrl+Enter">
          Run
        </Button>
        <Button size="sm" variant="secondary" fill="text" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    editor: css({ display: 'grid', gap: theme.spacing(1) }),
    one: css({ display: 'grid', gap: theme.spacing(0.5) }),
    name: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
    text: css({ fontFamily: theme.typography.fontFamilyMonospace, fontSize: theme.typography.bodySmall.fontSize }),
    error: css({
      margin: 0,
      color: theme.colors.error.text,
      overflowX: 'auto',
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    buttons: css({ display: 'flex', gap: theme.spacing(1) }),
  };
}
