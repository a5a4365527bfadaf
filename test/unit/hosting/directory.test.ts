import { describe, expect, it } from 'vitest';
import { directoryWith, parseProviderFile } from '../../../utils/hosting/directory/directory.ts';
import { BUNDLED_PROVIDERS } from '../../../utils/hosting/directory/bundled.ts';
import { nextTryAt, pauseAfter, scheduled } from '../../../utils/hosting/queue.ts';
import type { PendingLookup } from '../../../utils/case/hosting.ts';

const file = (providers: unknown) => JSON.stringify({ schema: 'prima-facie/providers/1', providers });

describe('the provider directory', () => {
  it('has an id, name, family and honest date for every bundled entry', () => {
    const ids = BUNDLED_PROVIDERS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(45);
    for (const { name, family, channels } of BUNDLED_PROVIDERS) {
      expect(name && family).toBeTruthy();
      for (const channel of channels) {
        expect(channel.address).toMatch(channel.kind === 'email' ? /^[^@\s]+@[^@\s]+$/ : /^https:\/\//);
        expect(channel.checkedOn === 'never').toBe(/common knowledge/.test(channel.source));
      }
    }
  });

  it('still calls a channel bundled that the user’s entry repeats as it was, and no other', () => {
    const bundled = BUNDLED_PROVIDERS.find(({ id }) => id === 'hetzner')?.channels[0];
    if (!bundled) throw new Error('no channel');
    const { origin: _bundled, ...same } = bundled;
    const parsed = parseProviderFile(
      file([{ id: 'hetzner', channels: [same, { ...same, checkedOn: '2026-11-22' }] }]),
    );
    if (!parsed.ok) throw new Error(parsed.failure.detail);
    const channels = directoryWith(parsed.value.providers).get('hetzner')?.channels;
    expect(channels).toEqual([bundled, { ...bundled, origin: 'user', checkedOn: '2026-11-22' }]);
  });

  it('lets a user’s entry outrank the bundled one, keeping what it leaves out', () => {
    const parsed = parseProviderFile(
      file([
        { id: 'hetzner', channels: [{ kind: 'email', address: 'me@example.net' }] },
        { id: 'own-host', name: 'Own Host', class: 'host' },
      ]),
    );
    if (!parsed.ok) throw new Error(parsed.failure.detail);
    const directory = directoryWith(parsed.value.providers);
    expect(directory.get('hetzner')).toMatchObject({
      name: 'Hetzner',
      origin: 'user',
      behaviour: 'customer-deadline',
      channels: [{ address: 'me@example.net', origin: 'user', designated: false }],
    });
    expect(directory.get('own-host')).toMatchObject({
      name: 'Own Host',
      class: 'host',
      channels: [],
      family: 'own-host',
    });
    expect(directory.get('ovh')?.origin).toBe('bundled');
    expect(directoryWith().get('hetzner')?.origin).toBe('bundled');
  });

  it.each([
    ['{', /not JSON/],
    ['[]', /schema|object/i],
    [file([{ id: 'Not An Id' }]), /providers\.0\.id/],
    [file([{ id: 'x', class: 'castle' }]), /providers\.0\.class/],
    [file([{ id: 'x', channels: [{ kind: 'pigeon', address: 'roof' }] }]), /providers\.0\.channels\.0\.kind/],
    [file([{ id: 'x', surprise: 1 }]), /surprise/],
    [' '.repeat(2_000_001), /2,000,000/],
  ])('refuses %.60s, and says where', (text, detail) => {
    const parsed = parseProviderFile(text);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.failure.detail).toMatch(detail);
  });
});

describe('the queue', () => {
  const now = new Date('2026-11-21T12:00:00.000Z');
  const pending = (change: Partial<PendingLookup> = {}): PendingLookup => ({
    id: 'x',
    kind: 'rdap-ip',
    question: '192.0.2.1',
    source: 'rdap.example',
    reason: 'HTTP 503',
    retryable: true,
    attempts: 1,
    ...change,
  });

  it('waits longer after each try, and counts tries over rounds', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7].map(pauseAfter);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    const [first] = scheduled([pending()], [], now);
    expect(first).toMatchObject({ attempts: 1, retryAt: '2026-11-21T12:01:00.000Z' });
    const [second] = scheduled([pending()], first ? [first] : [], now);
    expect(second).toMatchObject({ attempts: 2, retryAt: '2026-11-21T12:05:00.000Z' });
  });

  it('never tries before the time a server asked for', () => {
    const [one] = scheduled([pending({ retryAt: '2026-11-21T18:00:00.000Z' })], [], now);
    expect(one?.retryAt).toBe('2026-11-21T18:00:00.000Z');
  });

  it('gives up in the end, and on what cannot mend at once', () => {
    expect(scheduled([pending()], [pending({ attempts: 7 })], now)[0]?.retryAt).toBeUndefined();
    expect(scheduled([pending({ retryable: false })], [], now)[0]?.retryAt).toBeUndefined();
  });

  it('tells when the next try is due', () => {
    expect(nextTryAt({ pending: [] })).toBeNull();
    const both = scheduled([pending(), pending({ id: 'y', retryAt: '2026-11-21T18:00:00.000Z' })], [], now);
    expect(nextTryAt({ pending: both })).toBe('2026-11-21T12:01:00.000Z');
  });
});
