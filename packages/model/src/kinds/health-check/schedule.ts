import { Cron } from 'croner';

/** Where the search for a first run starts: any fixed day does. */
const START = '2000-01-01T00:00:00';
const CRON_FIELDS = 5;
/** `Mon..Fri *-*-1..7 02:30:00 Europe/Riga`: week days, a date and a time, each of which may be left out, but not all. */
const DAY = '(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*';
const NUMBER = String.raw`(?:\*|\d+(?:\.\.\d+)?)(?:/\d+)?`;
const NUMBERS = `${NUMBER}(?:,${NUMBER})*`;
const WEEK_DAYS = String.raw`${DAY}(?:(?:\.\.|,)${DAY})*`;
const DATE = `(?:${NUMBERS}-)?${NUMBERS}[-~]${NUMBERS}`;
const TIME = `${NUMBERS}:${NUMBERS}(?::${NUMBERS})?`;
const ON_CALENDAR = new RegExp(
  `^(?=\\S)(?:${WEEK_DAYS})?(?:(?:^| )${DATE})?(?:(?:^| )${TIME})?(?: [A-Za-z][\\w+-]*(?:/[\\w+-]+)*)?$`,
  'i',
);

/** True for what Healthchecks reads as cron: one line of five words. Anything else is OnCalendar to it. */
function isCron(schedule: string): boolean {
  return !schedule.trim().includes('\n') && schedule.trim().split(/\s+/).length === CRON_FIELDS;
}

/** Why a schedule is neither cron nor OnCalendar, or never comes true; undefined when it is right. */
export function scheduleProblem(schedule: string): string | undefined {
  if (!isCron(schedule)) {
    const wrong = schedule.split('\n').find((line) => !ON_CALENDAR.test(line.trim()));
    return wrong === undefined ? undefined : `'${wrong}' is neither cron (five fields) nor OnCalendar`;
  }
  try {
    const next = new Cron(schedule, { paused: true }).nextRun(START);
    return next === null ? `'${schedule}' never comes true` : undefined;
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/^CronPattern: /, '') : String(error);
    return `'${schedule}' is not a cron expression: ${why}`;
  }
}

/** True for the name of a time zone this machine knows. */
export function isTimezone(name: string): boolean {
  try {
    return (
      new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '' && /^[A-Za-z]/.test(name)
    );
  } catch {
    return false;
  }
}
