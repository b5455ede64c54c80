import { css } from '@emotion/css';
import {
  type FieldDisplay,
  formattedValueToString,
  type GrafanaTheme2,
  type PanelProps,
  ThresholdsMode,
} from '@grafana/data';
import { useTheme2 } from '@grafana/ui';
import type { MouseEventHandler } from 'react';
import { VALUE_OPTIONS, type ValueOptions, Values } from '../../drawing/values.tsx';
import { definePanel } from '../frame/define.tsx';
import { arcPath, type Band, bandsOf } from './arcs.ts';

interface GaugeOptions extends ValueOptions {
  readonly showThresholdLabels: boolean;
  readonly showThresholdMarkers: boolean;
  readonly minVizWidth: number;
  readonly minVizHeight: number;
}

interface GaugeProps {
  readonly value: FieldDisplay;
  readonly width: number;
  readonly height: number;
  readonly options: GaugeOptions;
  readonly onClick: MouseEventHandler<HTMLElement> | undefined;
}

const button = css({ background: 'none', border: 0, padding: 0, cursor: 'pointer' });

function shareOf({ display, field }: FieldDisplay): number {
  const { min = 0, max = 100 } = field;
  const [least, most] = [min ?? 0, max ?? 100];
  if (Number.isNaN(display.numeric) || most === least) return 0;
  return Math.min(1, Math.max(0, (display.numeric - least) / (most - least)));
}

function thresholdBands({ field }: FieldDisplay, theme: GrafanaTheme2): readonly Band[] {
  const { min, max, thresholds } = field;
  if (thresholds === undefined) return [];
  const percent = thresholds.mode === ThresholdsMode.Percentage;
  const steps = thresholds.steps.map(({ value, color }) => ({
    value,
    color: theme.visualization.getColorByName(color),
  }));
  return bandsOf(steps, percent ? 0 : (min ?? 0), percent ? 100 : (max ?? 100));
}

function GaugeView({ value, width, height, options, onClick }: GaugeProps) {
  const theme = useTheme2();
  const { display, name } = value;
  const title = display.title ?? name;
  const size = Math.min(width, height * 1.35);
  const [radius, thick] = [size * 0.38, size * 0.09];
  const center = { x: width / 2, y: height / 2 + radius * 0.22 };
  const text = formattedValueToString(display);
  const share = shareOf(value);
  const drawing = (
    <svg width={width} height={height} role="img" aria-label={`${title} ${text}`}>
      <path
        d={arcPath(center, radius, [0, 1])}
        stroke={theme.colors.background.secondary}
        strokeWidth={thick}
        fill="none"
      />
      {share > 0 ? (
        <path
          d={arcPath(center, radius, [0, share])}
          stroke={display.color ?? theme.colors.primary.main}
          strokeWidth={thick}
          fill="none"
          data-testid="gauge-value"
        />
      ) : null}
      {options.showThresholdMarkers
        ? thresholdBands(value, theme).map(({ from, to, color }) => (
            <path
              key={`${from} ${color}`}
              d={arcPath(center, radius + thick * 0.72, [from, to])}
              stroke={color}
              strokeWidth={thick * 0.22}
              fill="none"
            />
          ))
        : null}
      <text
        x={center.x}
        y={center.y}
        textAnchor="middle"
        dominantBaseline="middle"
        fontSize={Math.min(size * 0.16, (radius * 2.6) / Math.max(3, text.length))}
        fill={display.color ?? theme.colors.text.primary}
        fontWeight={500}
      >
        {text}
      </text>
      {title === undefined || title === '' ? null : (
        <text
          x={center.x}
          y={Math.min(height - 4, center.y + radius * 0.85)}
          textAnchor="middle"
          fontSize={Math.max(10, size * 0.06)}
          fill={theme.colors.text.secondary}
        >
          {title}
        </text>
      )}
    </svg>
  );
  if (onClick === undefined) return drawing;
  return (
    <button type="button" className={button} onClick={onClick}>
      {drawing}
    </button>
  );
}

function Draw(panel: PanelProps<GaugeOptions>) {
  const { options } = panel;
  return (
    <Values
      panel={panel}
      sparkline={false}
      autoGrid
      minVizWidth={options.minVizWidth}
      minVizHeight={options.minVizHeight}
      draw={({ value, width, height }, onClick) => (
        <GaugeView value={value} width={width} height={height} options={options} onClick={onClick} />
      )}
    />
  );
}

/** An arc that is filled as far as the value. */
export const gauge = definePanel<GaugeOptions>({
  Draw,
  options: {
    ...VALUE_OPTIONS,
    showThresholdLabels: false,
    showThresholdMarkers: true,
    minVizWidth: 75,
    minVizHeight: 75,
  },
});
