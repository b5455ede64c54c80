import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import type { ExploredPanel } from '../../src/explore/panel.ts';
import type { Question } from '../../src/explore/question.ts';
import type { ContractOnPage } from '../../src/wire/project.ts';
import type { ChosenTime } from '../time/range.ts';
import { Explored } from './explored.tsx';
import { QueryBox } from './query-box.tsx';

interface QueryOnlyProps {
  readonly question: Question;
  readonly contracts: readonly ContractOnPage[];
  readonly time: ChosenTime;
  readonly ask: (next: Question) => void;
}

/** A query of metrics that no service declares: there is nothing to choose but its text. */
export function QueryOnly({ question, contracts, time, ask }: QueryOnlyProps) {
  const styles = useStyles2(getStyles);
  const { title = 'Query', visualisation = 'timeseries', queries = [] } = question;
  const panel: ExploredPanel = {
    title,
    visualisation,
    queries: queries.map((text) => ({ text })),
    isSigned: true,
    service: '',
  };
  return (
    <>
      <Alert severity="info" title="No service declares a metric that this query reads">
        It can be edited as text. A metric that is declared has choices.
      </Alert>
      <Explored panel={panel} time={time} />
      <div className={styles.box}>
        <QueryBox
          settled={{ panel, isEdited: false }}
          contracts={contracts}
          edit={(texts) => ask({ ...question, queries: texts })}
        />
      </div>
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    box: css({
      padding: theme.spacing(1, 2, 2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
  };
}
