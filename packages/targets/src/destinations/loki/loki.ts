import { isLogqlRule } from '@binnacle/model';
import { rulerDestination } from '../../ruler/ruler.ts';

/** Grafana Loki's ruler; the expressions are LogQL. */
export const loki = rulerDestination('loki', {
  title: 'Loki',
  prefix: '/loki/api/v1/rules',
  buildInfo: '/loki/api/v1/status/buildinfo',
  holds: isLogqlRule,
  hasOffset: false,
});
