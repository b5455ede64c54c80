import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, Drawer, Select, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { dashboardAsCode, mainService } from '../../src/explore/code/code.ts';
import type { ScratchDashboard } from '../../src/explore/panel.ts';
import type { ContractOnPage } from '../../src/wire/project.ts';
import { CodeView } from '../explore/code-view.tsx';

interface DrawerProps {
  readonly dashboard: ScratchDashboard;
  readonly contracts: readonly ContractOnPage[];
  readonly close: () => void;
}

/** `Orders at noon` as the name of a file. */
function fileName(title: string): string {
  const words = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return `dashboards/${words === '' ? 'scratch' : words}.ts`;
}

/** The scratch dashboard as the file that defines it. */
export function CodeDrawer({ dashboard, contracts, close }: DrawerProps) {
  const styles = useStyles2(getStyles);
  const [chosen, choose] = useState<string>();
  const services = [...new Set(dashboard.panels.map(({ service }) => service))];
  const service = services.find((one) => one === chosen) ?? mainService(dashboard);
  const copied = dashboardAsCode(dashboard, contracts, service);
  return (
    <Drawer title="Copy as TypeScript" subtitle={`Put it into ${fileName(dashboard.title)}`} size="lg" onClose={close}>
      <div className={styles.content}>
        {services.length < 2 ? null : (
          <div className={styles.line}>
            <span id="scratch-service">A dashboard of</span>
            <Select
              aria-labelledby="scratch-service"
              width={24}
              value={service ?? null}
              options={services.map((value) => ({ value, label: value }))}
              onChange={({ value }) => choose(value)}
            />
          </div>
        )}
        {'problem' in copied ? (
          <p role="alert" className={styles.problem}>
            {copied.problem}
          </p>
        ) : (
          <>
            <div>
              <ClipboardButton icon="copy" getText={() => copied.code}>
                Copy
              </ClipboardButton>
            </div>
            <CodeView code={copied.code} />
          </>
        )}
      </div>
    </Drawer>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    content: css({ display: 'grid', gap: theme.spacing(2), gridTemplateColumns: 'minmax(0, 1fr)' }),
    line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
    problem: css({ color: theme.colors.error.text }),
  };
}
