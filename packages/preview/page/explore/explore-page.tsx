import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, EmptyState, useStyles2 } from '@grafana/ui';
import { useContext, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { contractOfQuery } from '../../src/explore/contract-of-query.ts';
import { type Question, readQuestion, withQuestion } from '../../src/explore/question.ts';
import { contractFor, settle } from '../../src/explore/settle.ts';
import type { ContractOnPage, ContractsOnPage } from '../../src/wire/project.ts';
import { contractId } from '../contracts/shown.ts';
import { useLoaded } from '../data/loaded.ts';
import { AddToScratch } from '../scratch/add-to-scratch.tsx';
import { PageFrame } from '../shell/page-frame.tsx';
import { ProjectContext } from '../shell/project-context.ts';
import { type ChosenTime, useChosenTime } from '../time/range.ts';
import { TimeControl } from '../time/time-control.tsx';
import { Choices } from './choices.tsx';
import { Explored } from './explored.tsx';
import { MetricHead } from './metric-head.tsx';
import { MetricPicker } from './metric-picker.tsx';
import { QueryBox } from './query-box.tsx';
import { QueryOnly } from './query-only.tsx';
import { StartingPoints } from './starting-points.tsx';

const NOTHING: readonly ContractOnPage[] = [];

/** Any metric of the project without a dashboard: how it is read, drawn, and said in code. */
export function ExplorePage() {
  const { project } = useContext(ProjectContext);
  const styles = useStyles2(getStyles);
  const [search, setSearch] = useSearchParams();
  const time = useChosenTime();
  const loaded = useLoaded<ContractsOnPage>('/api/contracts', project?.generation);
  const contracts = loaded.value?.metrics ?? NOTHING;
  const asked = readQuestion(search);
  const contract = contractAsked(asked, contracts);
  const question = contract === undefined ? asked : { metric: contractId(contract), ...asked };
  const isQueryOnly =
    loaded.value !== undefined &&
    contract === undefined &&
    question.metric === undefined &&
    asked.queries !== undefined;
  const ask = (next: Question): void => setSearch((before) => withQuestion(before, next), { replace: true });
  // On a small window the list makes way for what was picked.
  const [isPicking, setPicking] = useState(false);
  const addressOf = (own: ContractOnPage): string =>
    `/explore?${withQuestion(search, { metric: contractId(own), where: [] })}`;
  return (
    <PageFrame
      title="Explore"
      loaded={loaded}
      ready={contract === undefined && !isQueryOnly}
      controls={contract === undefined && !isQueryOnly ? undefined : <TimeControl time={time} />}
    >
      {loaded.value !== undefined && contracts.length === 0 && !isQueryOnly ? (
        <EmptyState variant="not-found" message="No service declares a metric yet">
          Metrics that a service declares can be explored here.
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <aside className={styles.side} data-hidden={(contract !== undefined || isQueryOnly) && !isPicking}>
            <MetricPicker
              contracts={contracts}
              services={project?.services ?? []}
              chosen={contract}
              addressOf={addressOf}
              picked={() => setPicking(false)}
            />
          </aside>
          <div className={styles.main}>
            {contract === undefined && !isQueryOnly ? (
              <>
                {question.metric === undefined ? null : (
                  <Alert severity="warning" title={`No service declares ${question.metric}`}>
                    It may have been renamed. Pick one of those that there are.
                  </Alert>
                )}
                <StartingPoints contracts={contracts} addressOf={addressOf} />
              </>
            ) : (
              <>
                <Button
                  className={styles.again}
                  size="sm"
                  variant="secondary"
                  icon="search"
                  aria-expanded={isPicking}
                  onClick={() => setPicking(!isPicking)}
                >
                  {isPicking ? 'Back to the metric' : 'Another metric'}
                </Button>
                {contract === undefined ? (
                  <QueryOnly question={question} contracts={contracts} time={time} ask={ask} />
                ) : (
                  <Workbench
                    key={question.metric}
                    contract={contract}
                    contracts={contracts}
                    question={question}
                    time={time}
                    ask={ask}
                  />
                )}
              </>
            )}
          </div>
        </div>
      )}
    </PageFrame>
  );
}

/** The metric that is asked for by its name, or else by a query that reads it. */
function contractAsked({ metric, queries = [] }: Question, contracts: readonly ContractOnPage[]) {
  if (metric !== undefined) return contractFor(metric, contracts);
  const [query] = queries;
  return query === undefined ? undefined : contractOfQuery(query, contracts);
}

/** Choices that have nothing to do with what is asked. */
const LOOKS: ReadonlySet<string> = new Set(['visualisation', 'title'] satisfies (keyof Question)[]);

/** The question with another choice. A text that somebody edited gives way to choices of what is asked. */
function changed(question: Question, change: Partial<Question>): Question {
  const isLook = Object.keys(change).every((name) => LOOKS.has(name));
  return { ...question, ...(isLook ? {} : { queries: undefined }), ...change };
}

interface WorkbenchProps {
  readonly contract: ContractOnPage;
  readonly contracts: readonly ContractOnPage[];
  readonly question: Question;
  readonly time: ChosenTime;
  readonly ask: (next: Question) => void;
}

/** One metric: what can be chosen, what it looks like, and its query. */
function Workbench({ contract, contracts, question, time, ask }: WorkbenchProps) {
  const styles = useStyles2(getStyles);
  const settled = settle(question, contract, contracts);
  return (
    <>
      <MetricHead contract={contract} />
      <Choices
        question={question}
        settled={settled}
        range={time.range}
        change={(change) => ask(changed(question, change))}
      />
      <Explored panel={settled.panel} time={time} />
      <AddToScratch panel={settled.panel} address={withQuestion(new URLSearchParams(), question).toString()} />
      <div className={styles.box}>
        <QueryBox
          key={question.metric}
          settled={settled}
          contracts={contracts}
          edit={(queries) => ask({ ...question, queries })}
        />
      </div>
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  const wide = theme.breakpoints.up('md');
  return {
    columns: css({
      display: 'grid',
      gap: theme.spacing(2),
      gridTemplateColumns: 'minmax(0, 1fr)',
      [wide]: { gridTemplateColumns: '300px minmax(0, 1fr)', alignItems: 'start' },
    }),
    side: css({
      display: 'grid',
      gridTemplateRows: 'minmax(0, 1fr)',
      maxHeight: '75vh',
      padding: theme.spacing(1.5),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      '&[data-hidden="true"]': { display: 'none' },
      [wide]: {
        position: 'sticky',
        top: theme.spacing(2),
        maxHeight: `calc(100vh - ${theme.spacing(4)})`,
        '&[data-hidden="true"]': { display: 'grid' },
      },
    }),
    main: css({ display: 'grid', gap: theme.spacing(2), gridTemplateColumns: 'minmax(0, 1fr)' }),
    again: css({ justifySelf: 'start', [wide]: { display: 'none' } }),
    box: css({
      padding: theme.spacing(1, 2, 2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
  };
}
