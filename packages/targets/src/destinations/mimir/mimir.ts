import { isPromqlRule } from '@binnacle/model';
import { rulerDestination } from '../../ruler/ruler.ts';

/** Grafana Mimir's ruler. */
export const mimir = rulerDestination('mimir', {
  title: 'Mimir',
  prefix: '/prometheus/config/v1/rules',
  buildInfo: '/api/v1/status/buildinfo',
  holds: isPromqlRule,
  hasOffset: true,
});
