import { beforeEach, describe, expect, it } from 'vitest';
import {
  idleLock,
  isIdle,
  memoryKeyPort,
  type IdleLock,
  type OpenKeyPort,
} from '../../../../utils/integrity/at-rest/idle-lock.ts';

const MINUTE = 60_000;
const ID = 'vault';
const KEY = new Uint8Array(32).fill(7);
let now: number;
let port: OpenKeyPort;
let lock: IdleLock;

beforeEach(() => {
  now = Date.UTC(2026, 0, 1);
  port = memoryKeyPort();
  lock = idleLock(
    port,
    () => new Date(now),
    () => 10 * MINUTE,
  );
});

describe('the idle lock', () => {
  it('is locked until it is opened', async () => {
    expect(await lock.state()).toEqual({ state: 'locked' });
    expect(await lock.touch()).toEqual({ state: 'locked' });
    await lock.open(ID, KEY);
    expect(await lock.state()).toEqual({ state: 'open', vaultId: ID, dataKey: KEY, locksInMs: 10 * MINUTE });
  });

  it('locks after the idle time, and forgets the key', async () => {
    await lock.open(ID, KEY);
    now += 10 * MINUTE - 1;
    expect(await lock.state()).toMatchObject({ state: 'open', locksInMs: 1 });
    now += 1;
    expect(await lock.state()).toEqual({ state: 'locked' });
    expect(await port.get()).toBeNull();
  });

  it('stays open while it is used, and not because somebody looked', async () => {
    await lock.open(ID, KEY);
    for (let minute = 0; minute < 60; minute += 5) {
      now += 5 * MINUTE;
      expect(await lock.touch()).toMatchObject({ state: 'open' });
    }
    now += 9 * MINUTE;
    await lock.state();
    now += 2 * MINUTE;
    expect(await lock.touch()).toEqual({ state: 'locked' });
  });

  it('locks at once by hand, and where the clock was set back', async () => {
    await lock.open(ID, KEY);
    await lock.lock();
    expect(await lock.state()).toEqual({ state: 'locked' });
    await lock.open(ID, KEY);
    now -= 24 * 60 * MINUTE;
    expect(await lock.state()).toEqual({ state: 'locked' });
    expect(isIdle('not a time', new Date(now), MINUTE)).toBe(true);
  });
});
