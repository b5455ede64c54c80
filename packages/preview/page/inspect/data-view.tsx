import { css } from '@emotion/css';
import {
  type DataFrame,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  getFrameDisplayName,
  type GrafanaTheme2,
  toCSV,
} from '@grafana/data';
import { ClipboardButton, Select, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { textOf } from '../drawing/field-values.ts';

/** Rows shown at most; all of them are in what is copied. */
const ROWS = 200;

function cell(frame: DataFrame, column: number, row: number): string {
  const field = frame.fields[column];
  const value: unknown = field?.values[row];
  if (field === undefined || value === null || value === undefined) return '';
  if (field.type === FieldType.time) return new Date(Number(value)).toISOString();
  return field.display === undefined ? textOf(value) : formattedValueToString(field.display(value));
}

/** The labels of the series of a frame, as PromQL writes them. */
function labelsOf(frame: DataFrame): string {
  const { labels = {} } = frame.fields.find(({ type }) => type === FieldType.number) ?? {};
  return Object.entries(labels)
    .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
    .join(', ');
}

/** The data of a panel as it is drawn, one series at a time. */
export function DataView({ frames }: { readonly frames: DataFrame[] }) {
  const styles = useStyles2(getStyles);
  const [chosen, setChosen] = useState(0);
  const frame = frames[Math.min(chosen, frames.length - 1)];
  if (frame === undefined) return <p>No data</p>;
  const rows = Array.from({ length: Math.min(frame.length, ROWS) }, (_, i) => i);
  const labels = labelsOf(frame);
  return (
    <>
      <div className={styles.head}>
        <Select
          aria-label="Series"
          value={Math.min(chosen, frames.length - 1)}
          options={frames.map((one, value) => ({ value, label: getFrameDisplayName(one, value) }))}
          onChange={({ value = 0 }) => setChosen(value)}
        />
        <ClipboardButton variant="secondary" icon="copy" getText={() => toCSV([frame])}>
          Copy CSV
        </ClipboardButton>
      </div>
      {labels === '' ? null : <p className={styles.labels}>{labels}</p>}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {frame.fields.map((field) => (
                <th key={field.name} scope="col">
                  {getFieldDisplayName(field, frame, frames)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                {frame.fields.map((field, column) => (
                  <td key={field.name}>{cell(frame, column, row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {frame.length > ROWS ? (
        <p className={styles.labels}>{`${frame.length - ROWS} more rows are in the copy`}</p>
      ) : null}
    </>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    head: css({ display: 'flex', gap: theme.spacing(1), marginBottom: theme.spacing(1) }),
    labels: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
    scroll: css({ overflow: 'auto' }),
    table: css({
      width: '100%',
      fontVariantNumeric: 'tabular-nums',
      'th, td': {
        padding: theme.spacing(0.25, 1),
        textAlign: 'left',
        borderBottom: `1px solid ${theme.colors.border.weak}`,
      },
    }),
  };
}
