const MS = 1000;
const DAY = 86_400_000;

/** The date of Unix seconds in UTC; fractions of a second do not count. */
function dateOf(seconds: number): Date {
  return new Date(Math.trunc(seconds) * MS);
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY) + 1;
}

function daysInMonth(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

/** Parts of a date, by the name of the function that gives them. */
export const calendar: Readonly<Record<string, (seconds: number) => number>> = {
  day_of_month: (seconds) => dateOf(seconds).getUTCDate(),
  day_of_week: (seconds) => dateOf(seconds).getUTCDay(),
  day_of_year: (seconds) => dayOfYear(dateOf(seconds)),
  days_in_month: (seconds) => daysInMonth(dateOf(seconds)),
  hour: (seconds) => dateOf(seconds).getUTCHours(),
  minute: (seconds) => dateOf(seconds).getUTCMinutes(),
  month: (seconds) => dateOf(seconds).getUTCMonth() + 1,
  year: (seconds) => dateOf(seconds).getUTCFullYear(),
};
