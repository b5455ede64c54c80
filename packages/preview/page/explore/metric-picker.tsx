import { css } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { Input, useStyles2 } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { ContractOnPage, ServiceOnPage } from '../../src/wire/project.ts';
import { metricGroups, type MetricGroup } from './metric-groups.ts';
import { useListKeys } from '../shell/list-keys.ts';
import { MetricName } from './metric-name.tsx';
import { TypeBadge } from './type-badge.tsx';

/** No more finds than that are listed: one more word finds less. */
const MOST = 200;
/** With so many metrics, services are closed until somebody opens them. */
const OPEN_AT_ONCE = 60;

interface PickerProps {
  readonly contracts: readonly ContractOnPage[];
  readonly services: readonly ServiceOnPage[];
  readonly chosen: ContractOnPage | undefined;
  /** The address of a metric. */
  readonly addressOf: (contract: ContractOnPage) => string;
  readonly picked: () => void;
}

/** Every metric of every service, and a search. */
export function MetricPicker({ contracts, services, chosen, addressOf, picked }: PickerProps) {
  const styles = useStyles2(getStyles);
  const [question, setQuestion] = useState('');
  const { input, list, onKeyDown } = useListKeys<HTMLDivElement>(() => setQuestion(''));
  useEffect(() => {
    const { current } = list;
    const own = current?.querySelector<HTMLElement>('a[aria-current]') ?? undefined;
    if (current === null || own === undefined) return;
    const isSeen = own.offsetTop >= current.scrollTop && own.offsetTop < current.scrollTop + current.clientHeight - 40;
    if (!isSeen) current.scrollTop = own.offsetTop - current.clientHeight / 2;
  }, [chosen]);
  const { groups, found, left } = useMemo(() => metricGroups(contracts, question, MOST), [contracts, question]);
  const titles = new Map(services.map(({ name, title }) => [name, title]));
  const all = question !== '' || contracts.length <= OPEN_AT_ONCE;
  return (
    // The keys act on what is inside, which can be focused itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav className={styles.picker} aria-label="Metrics" onKeyDown={onKeyDown}>
      <Input
        ref={input}
        type="search"
        aria-label="Search metrics"
        placeholder="Search metrics  ( / )"
        value={question}
        onChange={({ currentTarget }) => setQuestion(currentTarget.value)}
      />
      <output className={styles.quiet}>
        {question === '' ? `${found} metrics of ${groups.length} services` : `${found} of ${contracts.length} metrics`}
      </output>
      <div ref={list} className={styles.list}>
        {groups.map((group) => (
          <Group
            key={`${group.service} ${all}`}
            group={group}
            title={titles.get(group.service) ?? group.service}
            isOpen={all || group.service === chosen?.service}
            chosen={chosen}
            addressOf={addressOf}
            picked={picked}
          />
        ))}
        {found === 0 ? <p className={styles.quiet}>No metric fits “{question}”.</p> : null}
        {left > 0 ? <p className={styles.quiet}>{left} more fit; another word finds less.</p> : null}
      </div>
    </nav>
  );
}

interface GroupProps extends Pick<PickerProps, 'chosen' | 'addressOf' | 'picked'> {
  readonly group: MetricGroup;
  readonly title: string;
  readonly isOpen: boolean;
}

function Group({ group, title, isOpen, chosen, addressOf, picked }: GroupProps) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(isOpen);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className={styles.service}>
        {title} <span className={styles.quiet}>{group.contracts.length}</span>
      </summary>
      {open ? (
        <ul className={styles.metrics}>
          {group.contracts.map((contract) => (
            <li key={contract.metric.name}>
              <Link
                to={locationUtil.assureBaseUrl(addressOf(contract))}
                className={styles.metric}
                title={contract.metric.help}
                data-entry
                aria-current={contract === chosen ? 'true' : undefined}
                onClick={picked}
              >
                <span className={styles.name}>
                  <MetricName name={contract.metric.name} />
                </span>
                <TypeBadge type={contract.metric.type} />
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    picker: css({ display: 'grid', gap: theme.spacing(1), gridTemplateRows: 'auto auto minmax(0, 1fr)', minHeight: 0 }),
    list: css({ position: 'relative', overflowY: 'auto', minHeight: 0, paddingRight: theme.spacing(0.5) }),
    quiet: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      fontWeight: theme.typography.fontWeightRegular,
    }),
    service: css({
      position: 'sticky',
      top: 0,
      zIndex: 1,
      padding: theme.spacing(0.5, 0.5),
      background: theme.colors.background.primary,
      fontWeight: theme.typography.fontWeightMedium,
      cursor: 'pointer',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    }),
    metrics: css({ listStyle: 'none', margin: theme.spacing(0, 0, 1) }),
    metric: css({
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 1),
      borderRadius: theme.shape.radius.default,
      fontSize: theme.typography.bodySmall.fontSize,
      '&:hover': { background: theme.colors.action.hover },
      '&[aria-current]': {
        background: theme.colors.action.selected,
        boxShadow: `inset 2px 0 ${theme.colors.primary.main}`,
      },
      // Quiet letters have too little contrast on it.
      '&[aria-current] *': { color: theme.colors.text.primary },
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
    }),
    name: css({ overflowWrap: 'anywhere' }),
  };
}
