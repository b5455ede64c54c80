import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, EmptyState, Spinner, useStyles2 } from '@grafana/ui';
import { useContext, useEffect } from 'react';
import type { ComparedAnswer, CompareWith } from '../../src/wire/compare.ts';
import { pageReady } from '../paint/counter.ts';
import { ComparisonsContext } from './comparisons.ts';

/** Nothing else is going to appear on the page. */
function useReady(): void {
  useEffect(() => {
    pageReady(true);
    return () => pageReady(false);
  }, []);
}

/** There is nothing to compare with. */
export function NothingToCompare() {
  useReady();
  return (
    <main>
      <h1 className="sr-only">What changes</h1>
      <EmptyState variant="not-found" message="There is nothing to compare with">
        <p>The project is in no git repository, or files are shown without a project.</p>
        <p>
          <code>git init</code> and a commit give it a base; <code>binnacle preview --live</code> compares with what
          runs.
        </p>
      </EmptyState>
    </main>
  );
}

const WAITS: Readonly<Record<CompareWith, string>> = {
  base: 'Reading the definitions of the base …',
  live: 'Asking the systems of the environment what they hold …',
};

/** The other side is being read. */
export function Comparing({ compareWith }: { readonly compareWith: CompareWith }) {
  const styles = useStyles2(getStyles);
  return (
    <output className={styles.wait}>
      <Spinner inline /> {WAITS[compareWith]}
    </output>
  );
}

/** Why the other side cannot be read, and what to do. */
export function CompareFailed({
  answer: { message, fix },
  compareWith,
}: {
  readonly answer: Extract<ComparedAnswer, { readonly state: 'failed' }>;
  readonly compareWith: CompareWith;
}) {
  const { again } = useContext(ComparisonsContext);
  useReady();
  return (
    <EmptyState
      variant="call-to-action"
      message={compareWith === 'base' ? 'The base cannot be read' : 'What runs cannot be read'}
      button={<Button onClick={() => again(compareWith)}>Try again</Button>}
    >
      <p role="alert">{message}</p>
      {fix === undefined ? null : <p>{fix}</p>}
    </EmptyState>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return { wait: css({ display: 'block', padding: theme.spacing(4, 2), color: theme.colors.text.secondary }) };
}
