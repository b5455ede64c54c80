import { type Field, formattedValueToString, type PanelProps } from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import { useState } from 'react';
import { fieldNamed } from '../../drawing/field-values.ts';
import { definePanel } from '../frame/define.tsx';
import { Note } from '../frame/note.tsx';
import { type Flame, flamesOf } from './flames.ts';

const ROW = 20;
const LETTER = 6.5;

function colorOf(label: string, dark: boolean): string {
  let hash = 0;
  for (const letter of label) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return `hsl(${15 + (hash % 45)} 75% ${dark ? 45 : 60}%)`;
}

function Draw({ data, width, height }: PanelProps<object>) {
  const theme = useTheme2();
  const [focus, setFocus] = useState<Flame>();
  const frame = data.series.find((one) => fieldNamed(one, 'level') !== undefined);
  const flames = frame === undefined ? [] : flamesOf(frame);
  const [root] = flames;
  if (frame === undefined || root === undefined)
    return <Note text="A flame graph needs fields named level, value and label" />;
  const field: Field | undefined = fieldNamed(frame, 'value');
  const write = (value: number): string =>
    field?.display === undefined ? String(value) : formattedValueToString(field.display(value));
  const shown = focus ?? root;
  const factor = width / (shown.value || 1);
  const deepest = Math.max(...flames.map(({ level }) => level));
  return (
    <div style={{ height, overflow: 'auto' }}>
      <svg
        width={width}
        height={(deepest + 1) * ROW}
        role="img"
        aria-label={`Flame graph of ${root.label}, ${write(root.value)}`}
      >
        {flames.map((flame) => {
          const x = (flame.start - shown.start) * factor;
          const wide = flame.value * factor;
          if (wide < 0.5 || x + wide < 0 || x > width) return null;
          const [left, right] = [Math.max(0, x), Math.min(width, x + wide)];
          const letters = Math.floor((right - left - 6) / LETTER);
          return (
            <g
              key={`${flame.level} ${flame.start} ${flame.label}`}
              onClick={() => setFocus(flame)}
              style={{ cursor: 'pointer' }}
            >
              <rect
                x={left}
                y={flame.level * ROW}
                width={Math.max(1, right - left - 1)}
                height={ROW - 1}
                fill={colorOf(flame.label, theme.isDark)}
                data-flame={flame.label}
              >
                <title>{`${flame.label}: ${write(flame.value)}, itself ${write(flame.self)}`}</title>
              </rect>
              {letters < 3 ? null : (
                <text
                  x={left + 3}
                  y={flame.level * ROW + ROW / 2}
                  dominantBaseline="middle"
                  fontSize={11}
                  fill="#ffffff"
                  pointerEvents="none"
                >
                  {flame.label.length > letters ? `${flame.label.slice(0, letters - 1)}…` : flame.label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** What calls what, and how much of the whole each takes. */
export const flamegraph = definePanel<object>({ Draw });
