import type { PanelProps } from '@grafana/data';
import {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BarGaugeValueMode,
  type VizTextDisplayOptions,
} from '@grafana/schema';
import { BarGauge, useTheme2 } from '@grafana/ui';
import { VALUE_OPTIONS, type ValueOptions, Values } from '../../drawing/values.tsx';
import { definePanel } from '../frame/define.tsx';

interface BarGaugeOptions extends ValueOptions {
  readonly displayMode: BarGaugeDisplayMode;
  readonly valueMode: BarGaugeValueMode;
  readonly namePlacement: BarGaugeNamePlacement;
  readonly showUnfilled: boolean;
  readonly minVizWidth: number;
  readonly minVizHeight: number;
  readonly text?: VizTextDisplayOptions;
}

function Draw(panel: PanelProps<BarGaugeOptions>) {
  const theme = useTheme2();
  const { options } = panel;
  return (
    <Values
      panel={panel}
      sparkline={false}
      minVizWidth={options.minVizWidth}
      minVizHeight={options.minVizHeight}
      draw={({ value, alignmentFactors, orientation, width, height }, onClick) => {
        const processor = value.view?.getFieldDisplayProcessor(value.colIndex ?? 0);
        return (
          <BarGauge
            value={value.display}
            field={value.field}
            {...(processor === undefined ? {} : { display: processor })}
            width={width}
            height={height}
            orientation={orientation}
            theme={theme}
            itemSpacing={3}
            alignmentFactors={alignmentFactors}
            displayMode={options.displayMode}
            valueDisplayMode={options.valueMode}
            namePlacement={options.namePlacement}
            showUnfilled={options.showUnfilled}
            {...(options.text === undefined ? {} : { text: options.text })}
            {...(onClick === undefined ? {} : { onClick })}
          />
        );
      }}
    />
  );
}

/** A bar for each value. */
export const bargauge = definePanel<BarGaugeOptions>({
  Draw,
  options: {
    ...VALUE_OPTIONS,
    displayMode: BarGaugeDisplayMode.Gradient,
    valueMode: BarGaugeValueMode.Color,
    namePlacement: BarGaugeNamePlacement.Auto,
    showUnfilled: true,
    minVizWidth: 8,
    minVizHeight: 16,
  },
});
