import { describe, expect, it } from 'vitest';
import type { ClockReading } from '../../../utils/case/capture-document.ts';
import { clockOff, judgeClock } from '../../../utils/case/clock.ts';
import { httpDateReading, readingOf } from '../../../utils/integrity/timestamp/clock.ts';

const sentAt = new Date('2026-01-01T00:00:00.000Z');

function reading(source: string, offsetMs: number, roundTripMs: number): ClockReading {
  return { source, at: sentAt.toISOString(), offsetMs, roundTripMs };
}

describe('clock readings', () => {
  it('compare with the middle of the exchange', () => {
    const other = new Date('2026-01-01T00:00:01.100Z');
    expect(readingOf('tsa:tsa.example', other, { sentAt, roundTripMs: 200 })).toEqual({
      source: 'tsa:tsa.example',
      at: '2026-01-01T00:00:00.000Z',
      offsetMs: 1000,
      roundTripMs: 200,
    });
  });

  it('take the middle of the second a Date header names, and nothing from a broken one', () => {
    const exchange = { sentAt, roundTripMs: 0 };
    const date = 'Thu, 01 Jan 2026 00:00:05 GMT';
    expect(httpDateReading('http-date:a.example', date, exchange)?.offsetMs).toBe(5500);
    expect(httpDateReading('http-date:a.example', 'soon', exchange)).toBeNull();
    expect(httpDateReading('http-date:a.example', null, exchange)).toBeNull();
  });

  it.each<readonly [string, readonly ClockReading[], string, string | null]>([
    ['nothing', [], 'unknown', null],
    ['one exact reading', [reading('tsa:a', 40, 60)], 'within', 'tsa:a'],
    ['two seconds and a little', [reading('tsa:a', 2031, 60)], 'off', 'tsa:a'],
    ['two seconds, less than the uncertainty', [reading('tsa:a', 2020, 60)], 'uncertain', 'tsa:a'],
    ['behind', [reading('http-date:a', -5000, 100)], 'off', 'http-date:a'],
    ['a slow reading', [reading('http-date:a', 2100, 3000)], 'uncertain', 'http-date:a'],
    [
      'a slow and an exact one',
      [reading('http-date:a', 2100, 3000), reading('tsa:b', 10, 50)],
      'within',
      'tsa:b',
    ],
    ['one that is far off', [reading('tsa:b', 10, 50), reading('resolver:c', 9e6, 50)], 'off', 'resolver:c'],
  ])('judge %s', (_, readings, state, source) => {
    const verdict = judgeClock(readings);
    expect([verdict.state, verdict.reading?.source ?? null]).toEqual([state, source]);
  });

  it('say by which clock, also one that was read after the capture had ended', () => {
    const entries = (clock: unknown) => [{ path: 'capture.json.tsr', about: { clock } }];
    expect(clockOff({}, [])).toBeNull();
    expect(clockOff({}, entries([reading('tsa:a', 40, 60)]))).toBeNull();
    expect(clockOff({}, entries([reading('tsa:a', -9000, 60)]))).toMatchObject({
      source: 'tsa:a',
      offsetMs: -9000,
    });
    const row = { clockOffMs: 4000, clockOffBy: 'resolver:b' };
    expect(clockOff(row, entries([reading('tsa:a', 40, 60)]))).toEqual({
      offsetMs: 4000,
      source: 'resolver:b',
    });
    expect(clockOff(row, entries([reading('tsa:a', -9000, 60)]))?.source).toBe('tsa:a');
    // A row of an older version, and one of a bundle that somebody made up.
    expect(clockOff({ clockOffMs: 4000 }, entries(['x', null, { source: 'tsa:a' }]))).toEqual({
      offsetMs: 4000,
      source: null,
    });
  });
});
