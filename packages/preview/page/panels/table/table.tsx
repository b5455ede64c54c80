import { css } from '@emotion/css';
import { cacheFieldDisplayNames, type DataFrame, FieldType, getFrameDisplayName, type PanelProps } from '@grafana/data';
import { TableCellHeight } from '@grafana/schema';
import { Select } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';
import { useState } from 'react';
import { textOf } from '../../drawing/field-values.ts';
import { definePanel } from '../frame/define.tsx';

interface TableOptions {
  readonly frameIndex: number;
  readonly showHeader: boolean;
  readonly cellHeight: TableCellHeight;
  readonly sortBy: readonly { readonly displayName: string; readonly desc?: boolean }[];
  readonly enablePagination?: boolean;
  readonly footer?: { readonly enablePagination?: boolean };
}

const PICKER = 40;

/** Frames of single points, as they come of instant queries, read better as rows of one table. */
function oneTable(frames: readonly DataFrame[]): readonly DataFrame[] {
  const single = frames.length > 1 && frames.every(({ length, fields }) => length === 1 && fields.length === 2);
  if (!single) return frames;
  const labels = [...new Set(frames.flatMap(({ fields }) => Object.keys(fields[1]?.labels ?? {})))];
  const [first] = frames;
  const time = first?.fields[0];
  const value = first?.fields[1];
  if (first === undefined || time === undefined || value === undefined) return frames;
  return [
    {
      ...first,
      length: frames.length,
      fields: [
        { ...time, values: frames.map(({ fields }) => fields[0]?.values[0] as unknown) },
        ...labels.map((name) => ({
          name,
          type: FieldType.string,
          config: {},
          display: (text: unknown) => ({ text: textOf(text), numeric: NaN }),
          values: frames.map(({ fields }) => fields[1]?.labels?.[name] ?? ''),
        })),
        {
          ...value,
          name: 'Value',
          labels: {},
          // The name of the first series is not that of the column.
          config: { ...value.config, displayNameFromDS: undefined },
          state: { ...value.state, displayName: undefined },
          values: frames.map(({ fields }) => fields[1]?.values[0] as unknown),
        },
      ],
    },
  ];
}

function Draw({ data, width, height, options, timeRange, fieldConfig }: PanelProps<TableOptions>) {
  const [chosen, setChosen] = useState(options.frameIndex);
  cacheFieldDisplayNames(data.series);
  const frames = oneTable(data.series);
  const frame = frames[Math.min(chosen, frames.length - 1)];
  if (frame === undefined) return null;
  const many = frames.length > 1;
  return (
    <div className={css({ display: 'flex', flexDirection: 'column', height: '100%' })}>
      <TableNG
        data={frame}
        width={width}
        height={many ? height - PICKER : height}
        noHeader={!options.showHeader}
        showTypeIcons={false}
        resizable
        sortBy={options.sortBy.map(({ displayName, desc = false }) => ({ displayName, desc }))}
        cellHeight={options.cellHeight}
        timeRange={timeRange}
        fieldConfig={fieldConfig}
        enablePagination={options.enablePagination ?? options.footer?.enablePagination ?? false}
        structureRev={data.structureRev ?? 0}
        ariaLabel="Data"
      />
      {many ? (
        <Select
          aria-label="Series"
          value={Math.min(chosen, frames.length - 1)}
          options={frames.map((one, value) => ({ value, label: getFrameDisplayName(one, value) }))}
          onChange={({ value = 0 }) => setChosen(value)}
        />
      ) : null}
    </div>
  );
}

/** Rows and columns. */
export const table = definePanel<TableOptions>({
  Draw,
  options: { frameIndex: 0, showHeader: true, cellHeight: TableCellHeight.Sm, sortBy: [] },
  custom: { align: 'auto', cellOptions: { type: 'auto' }, inspect: false, hideFrom: { viz: false } },
});
