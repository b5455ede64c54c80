import type { PanelProps } from '@grafana/data';
import type { VizLegendOptions } from '@grafana/schema';
import { useTheme2 } from '@grafana/ui';
import { useState } from 'react';
import { labelWidth, plotIn, TimeAxis } from './axes.tsx';
import { HoverBox } from './hover-box.tsx';
import { WithLegend } from './legend.tsx';
import { distinctStates, type State, stateRows } from './states.ts';

/** Options of the panels that show states over time. */
export interface StateOptions {
  readonly mergeValues?: boolean;
  readonly showValue?: 'auto' | 'always' | 'never';
  readonly rowHeight?: number;
  readonly colWidth?: number;
  readonly legend?: Partial<VizLegendOptions>;
}

interface StateChartProps {
  readonly panel: PanelProps<StateOptions>;
  readonly merge: boolean;
  /** The part of its time that a state fills. */
  readonly fill: number;
}

interface Over {
  readonly name: string;
  readonly state: State;
  readonly x: number;
  readonly y: number;
}

const CHARACTER = 7;
const LONGEST_NAME = 0.35;
/** More states than that are no states but numbers, and a legend of them says nothing. */
const MOST_STATES = 12;

/** A row of coloured states for each series. */
export function StateChart({ panel, merge, fill }: StateChartProps) {
  const { data, width, height, options, timeRange, timeZone } = panel;
  const theme = useTheme2();
  const [over, setOver] = useState<Over>();
  const [from, to] = [timeRange.from.valueOf(), timeRange.to.valueOf()];
  const rows = stateRows({ frames: data.series, end: to, merge, fallback: theme.colors.primary.main });
  const entries = distinctStates(rows);
  return (
    <WithLegend
      width={width}
      height={height}
      legend={options.legend}
      entries={entries.length > MOST_STATES ? [] : entries}
    >
      {(innerWidth, innerHeight) => {
        const left = Math.min(labelWidth(rows.map(({ name }) => name)), innerWidth * LONGEST_NAME);
        const plot = plotIn(innerWidth, innerHeight, { left, bottom: 22 });
        const share = plot.height / Math.max(1, rows.length);
        const tall = Math.max(2, share * (options.rowHeight ?? 0.9));
        const x = (time: number): number =>
          plot.left + ((Math.min(to, Math.max(from, time)) - from) / (to - from)) * plot.width;
        const letters = Math.floor(left / CHARACTER);
        return (
          <div style={{ position: 'relative' }}>
            <svg
              width={innerWidth}
              height={innerHeight}
              role="img"
              aria-label={`States of ${rows.map(({ name }) => name).join(', ')}`}
            >
              <TimeAxis plot={plot} timeRange={timeRange} timeZone={timeZone} />
              {rows.map(({ name, states }, i) => {
                const y = plot.top + i * share + (share - tall) / 2;
                return (
                  <g key={name} fontSize={theme.typography.bodySmall.fontSize}>
                    <text
                      x={plot.left - 6}
                      y={y + tall / 2}
                      textAnchor="end"
                      dominantBaseline="middle"
                      fill={theme.colors.text.secondary}
                    >
                      <title>{name}</title>
                      {name.length > letters ? `${name.slice(0, Math.max(1, letters - 1))}…` : name}
                    </text>
                    {states.map((state) => {
                      const [begin, end] = [x(state.from), x(state.to)];
                      const wide = Math.max(1, (end - begin) * fill);
                      const fits =
                        options.showValue === 'always' ||
                        (options.showValue !== 'never' && wide > state.text.length * CHARACTER + 6);
                      return (
                        <g
                          key={state.from}
                          onMouseEnter={() => setOver({ name, state, x: begin + wide / 2, y })}
                          onMouseLeave={() => setOver(undefined)}
                        >
                          <rect x={begin} y={y} width={wide} height={tall} fill={state.color} data-state={state.text} />
                          {fits && tall > 12 ? (
                            <text
                              x={begin + wide / 2}
                              y={y + tall / 2}
                              textAnchor="middle"
                              dominantBaseline="middle"
                              fill={theme.colors.getContrastText(state.color)}
                            >
                              {state.text}
                            </text>
                          ) : null}
                        </g>
                      );
                    })}
                  </g>
                );
              })}
            </svg>
            {over === undefined ? null : (
              <HoverBox
                x={over.x}
                y={over.y}
                width={innerWidth}
                time={over.state.from}
                timeZone={timeZone}
                rows={[{ label: over.name, value: over.state.text, color: over.state.color }]}
              />
            )}
          </div>
        );
      }}
    </WithLegend>
  );
}
