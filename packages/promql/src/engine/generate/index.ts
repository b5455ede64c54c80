export type {
  CounterDescription,
  GaugeDescription,
  HistogramDescription,
  Incident,
  SeriesDescription,
  Signal,
} from './description.ts';
export { appendAll, generate, type GeneratedSeries, type GenerateOptions } from './generate.ts';
