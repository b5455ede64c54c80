import { rules } from '../../fixtures/resources.ts';
import { rulerContract } from '../../fixtures/ruler-contract.ts';
import { cortex } from './cortex.ts';

rulerContract(cortex, rules('one'), '/api/v1/rules');
