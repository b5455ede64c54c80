/** Per cent that doubles cannot hold exactly are rounded to this many digits: 100 − 99.9 is 0.1. */
const DIGITS = 12;

/** Per cent of the events that may go wrong. */
function errorBudget(objective: number): number {
  return Number((100 - objective).toPrecision(DIGITS));
}

/** How long everything may fail in a window of so many milliseconds before the budget is spent, in whole milliseconds. */
export function outageMs(objective: number, windowMs: number): number {
  return Math.round((windowMs * errorBudget(objective)) / 100);
}
