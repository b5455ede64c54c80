import { rules } from '@binnacle/builders';
import { clickstream } from '../services/clickstream.ts';

const { pipeline, parsing, workers } = clickstream.parts;

export default rules(clickstream, [
  ...pipeline.rules({ delay: 600, stalled: 900 }),
  ...parsing.rules({ errorShare: 0.01, minErrors: 100 }),
  ...workers.rules(),
]);
