import { capitalised } from './capitalised.ts';
import type { Place } from './part.ts';

function pascal(text: string): string {
  return text
    .split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/)
    .map(capitalised)
    .join('');
}

/** `CheckoutHttpErrorsHigh`: service, part and condition. A part named as its service is not said twice. */
export function alertName({ service, part }: Place, condition: string): string {
  const [owner, what] = [pascal(service), pascal(part)];
  return `${owner}${what === owner ? '' : what}${condition}`;
}
