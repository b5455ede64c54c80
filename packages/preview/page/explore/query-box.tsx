import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, ClipboardButton, Tab, TabsBar, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { panelAsCode } from '../../src/explore/code/code.ts';
import type { Settled } from '../../src/explore/settle.ts';
import type { ContractOnPage } from '../../src/wire/project.ts';
import { QueryView } from '../inspect/query-view.tsx';
import { CodeView } from './code-view.tsx';
import { QueryEditor } from './query-editor.tsx';
import { queryName } from './query-name.ts';

interface QueryBoxProps {
  readonly settled: Pick<Settled, 'panel' | 'isEdited'>;
  readonly contracts: readonly ContractOnPage[];
  /** Takes other texts for the queries; `undefined` for those that the choices come to. */
  readonly edit: (texts: readonly string[] | undefined) => void;
}

/** The queries of what is explored, as PromQL that can be edited and as TypeScript. */
export function QueryBox({ settled, contracts, edit }: QueryBoxProps) {
  const styles = useStyles2(getStyles);
  const [tab, setTab] = useState<'promql' | 'typescript'>('promql');
  const [isEditing, setEditing] = useState(false);
  const { panel, isEdited } = settled;
  return (
    <section className={styles.box} aria-label="Query">
      <TabsBar>
        <Tab label="PromQL" active={tab === 'promql'} onChangeTab={() => setTab('promql')} />
        <Tab label="TypeScript" active={tab === 'typescript'} onChangeTab={() => setTab('typescript')} />
      </TabsBar>
      {tab === 'typescript' ? <Code settled={settled} contracts={contracts} /> : null}
      {tab === 'promql' && isEditing ? (
        <QueryEditor
          queries={panel.queries}
          cancel={() => setEditing(false)}
          run={(texts) => {
            setEditing(false);
            edit(texts);
          }}
        />
      ) : null}
      {tab === 'promql' && !isEditing ? (
        <>
          {panel.queries.map(({ text, legend }, i) => (
            // Queries keep their places.
            // oxlint-disable-next-line react/no-array-index-key
            <QueryView key={i} query={text} label={queryName(legend, i, panel.queries.length)} />
          ))}
          <div className={styles.buttons}>
            <Button size="sm" variant="secondary" icon="pen" onClick={() => setEditing(true)}>
              Edit as text
            </Button>
            {isEdited ? (
              <Button size="sm" variant="secondary" fill="text" onClick={() => edit(undefined)}>
                Back to what the choices say
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </section>
  );
}

function Code({ settled: { panel }, contracts }: Pick<QueryBoxProps, 'settled' | 'contracts'>) {
  const styles = useStyles2(getStyles);
  const copied = panelAsCode(panel, contracts);
  if ('problem' in copied) return <p role="alert">{copied.problem}</p>;
  return (
    <>
      <CodeView code={copied.code} />
      <div className={styles.buttons}>
        <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => copied.code}>
          Copy as TypeScript
        </ClipboardButton>
        <span className={styles.quiet}>for a file in dashboards/</span>
      </div>
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({ display: 'grid', gap: theme.spacing(1), gridTemplateColumns: 'minmax(0, 1fr)' }),
    buttons: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
    quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  };
}
