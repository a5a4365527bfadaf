import type { FollowUp, Regime } from '../../case/regime.ts';
import type { Instant } from '../../case/values.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * Minutes from UTC of the westernmost usual time zone where the provider of a law sits, by its jurisdiction: Hawaii,
 * the Pacific coast of Canada, the Azores. Elsewhere the local day is never earlier than the one in UTC.
 */
const WESTERNMOST: Readonly<Record<string, number>> = { US: -600, CA: -480, EU: -60 };

/**
 * The time from which days are counted: that of the event, put on the earliest day it can have happened on: in UTC, in
 * the zone it was recorded in (the offset it is written with), or where the law is in force. A day too early costs
 * nothing; a day too late can cost the case.
 */
export function countedFrom(at: Instant, { jurisdiction }: Pick<Regime, 'jurisdiction'>): Instant {
  const time = Date.parse(at);
  const west = Math.min(0, offsetOf(at), WESTERNMOST[jurisdiction] ?? 0);
  const days = Math.floor((time + west * MINUTE_MS) / DAY_MS) - Math.floor(time / DAY_MS);
  return new Date(time + days * DAY_MS).toISOString();
}

/** Minutes from UTC that a time is written with. */
function offsetOf(at: Instant): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(at) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

/**
 * The time a number of units after another, on the days of UTC. Working days are Monday to Friday: holidays and worked
 * weekends are not known here. Months end on their last day where the day does not exist.
 */
export function addPeriod(from: Instant, amount: number, unit: FollowUp['unit']): Instant {
  const date = new Date(from);
  if (unit === 'hours') return new Date(date.getTime() + amount * 3_600_000).toISOString();
  if (unit === 'days') return new Date(date.getTime() + amount * DAY_MS).toISOString();
  if (unit === 'months') return addMonths(date, amount).toISOString();
  let left = amount;
  while (left > 0) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() % 6 !== 0) left -= 1;
  }
  return date.toISOString();
}

function addMonths(from: Date, months: number): Date {
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date;
}
