import { rules } from '@binnacle/builders';
import { invoices } from '../services/invoices.ts';

export default rules(invoices, invoices.parts.run.rules({ grace: '6h', longest: '4h', minRecords: 1 }));
