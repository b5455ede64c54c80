import type { FieldConfig, Options } from '@grafana/grafana-foundation-sdk/candlestick';
import type { Plain } from '../schema.ts';
import { listLegend, multiTooltip } from './legend.ts';
import { definePanel, type Panel, type PanelOptions } from './panel.ts';

export interface CandlestickOptions extends PanelOptions<Plain<Options>, Plain<FieldConfig>> {
  /** Names of the fields that open, close and bound a candle. Default: fields with these names. */
  readonly fields?: Plain<Options>['fields'];
}

/** First, last, lowest and highest value of each interval. */
export function candlestick(title: string, options: CandlestickOptions): Panel {
  return definePanel<Plain<Options>, Plain<FieldConfig>>(title, options, {
    group: 'candlestick',
    options: {
      mode: 'candles+volume',
      candleStyle: 'candles',
      colorStrategy: 'open-close',
      colors: { up: 'green', down: 'red', flat: 'gray' },
      fields: options.fields ?? {},
      includeAllFields: false,
      legend: listLegend(),
      tooltip: multiTooltip(),
    },
    conventions: { mode: 'range', unit: 'field' },
  });
}
