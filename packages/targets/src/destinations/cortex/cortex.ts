import { isPromqlRule } from '@binnacle/model';
import { rulerDestination } from '../../ruler/ruler.ts';

/** Cortex's ruler. */
export const cortex = rulerDestination('cortex', {
  title: 'Cortex',
  prefix: '/api/v1/rules',
  buildInfo: '/api/v1/status/buildinfo',
  holds: isPromqlRule,
  hasOffset: true,
});
