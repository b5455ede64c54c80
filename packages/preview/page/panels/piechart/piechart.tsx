import {
  type FieldDisplay,
  FieldColorModeId,
  formattedValueToString,
  getFieldDisplayValues,
  type PanelProps,
} from '@grafana/data';
import type { VizLegendOptions } from '@grafana/schema';
import { useTheme2 } from '@grafana/ui';
import { WithLegend } from '../../drawing/legend.tsx';
import { VALUE_OPTIONS, type ValueOptions } from '../../drawing/values.tsx';
import { definePanel } from '../frame/define.tsx';
import { slicePath, slicesOf } from './slices.ts';

interface PieOptions extends ValueOptions {
  readonly pieType: 'pie' | 'donut';
  readonly displayLabels: readonly ('name' | 'value' | 'percent')[];
  readonly sort?: 'asc' | 'desc' | 'none';
  readonly legend?: Partial<VizLegendOptions> & { readonly values?: readonly ('value' | 'percent')[] };
}

const HOLE = 0.62;
const GAP = 8;

function nameOf({ display, name }: FieldDisplay): string {
  return display.title ?? name;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%`;
}

function Draw({ data, width, height, options, fieldConfig, replaceVariables, timeZone }: PanelProps<PieOptions>) {
  const theme = useTheme2();
  const found = getFieldDisplayValues({
    data: data.series,
    fieldConfig,
    replaceVariables,
    timeZone,
    theme,
    reduceOptions: { ...VALUE_OPTIONS.reduceOptions, ...options.reduceOptions },
  }).filter(({ display }) => !Number.isNaN(display.numeric));
  const direction = options.sort === 'asc' ? 1 : options.sort === 'none' ? 0 : -1;
  const values =
    direction === 0 ? found : found.toSorted((a, b) => direction * (a.display.numeric - b.display.numeric));
  const slices = slicesOf(values.map(({ display }) => display.numeric));
  const shareOf = (i: number): number => (slices[i]?.to ?? 0) - (slices[i]?.from ?? 0);
  const wanted = options.legend?.values ?? [];
  const entries = values.map((value, i) => ({
    label: nameOf(value),
    color: value.display.color ?? 'grey',
    values: [
      ...(wanted.includes('percent') ? [{ numeric: shareOf(i), text: percent(shareOf(i)), title: 'Percent' }] : []),
      ...(wanted.includes('value') ? [{ ...value.display, title: 'Value' }] : []),
    ],
  }));
  return (
    <WithLegend width={width} height={height} legend={options.legend} entries={entries}>
      {(innerWidth, innerHeight) => {
        const outer = Math.max(1, Math.min(innerWidth, innerHeight) / 2 - GAP);
        const inner = options.pieType === 'donut' ? outer * HOLE : 0;
        return (
          <svg
            width={innerWidth}
            height={innerHeight}
            role="img"
            aria-label={`Shares of ${entries.map(({ label }) => label).join(', ')}`}
          >
            <g transform={`translate(${innerWidth / 2} ${innerHeight / 2})`}>
              {values.map((value, i) => {
                const slice = slices[i] ?? { from: 0, to: 0 };
                if (slice.to === slice.from) return null;
                const middle = ((slice.from + slice.to) / 2) * 2 * Math.PI;
                const reach = (outer + inner) / 2;
                const parts = {
                  name: nameOf(value),
                  value: formattedValueToString(value.display),
                  percent: percent(shareOf(i)),
                };
                const label = options.displayLabels.map((part) => parts[part]).join(' ');
                return (
                  <g key={nameOf(value)}>
                    <path
                      d={slicePath(slice, outer, inner)}
                      fill={value.display.color}
                      stroke={theme.colors.background.primary}
                      strokeWidth={1}
                      data-slice={parts.name}
                    >
                      <title>{`${parts.name}: ${parts.value} (${parts.percent})`}</title>
                    </path>
                    {label === '' || shareOf(i) < 0.04 ? null : (
                      <text
                        x={reach * Math.sin(middle)}
                        y={-reach * Math.cos(middle)}
                        textAnchor="middle"
                        dominantBaseline="middle"
                        fontSize={Math.max(9, outer * 0.11)}
                        fill={theme.colors.getContrastText(value.display.color ?? '#888888')}
                      >
                        {label}
                      </text>
                    )}
                  </g>
                );
              })}
            </g>
          </svg>
        );
      }}
    </WithLegend>
  );
}

/** Shares of a whole. */
export const piechart = definePanel<PieOptions>({
  Draw,
  options: { ...VALUE_OPTIONS, pieType: 'pie', displayLabels: [], sort: 'desc' },
  colorMode: FieldColorModeId.PaletteClassic,
});
