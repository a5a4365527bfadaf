import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockOff } from '../../../utils/case/clock.ts';
import { derBlocks } from '../../../utils/integrity/pem.ts';
import type { Bytes } from '../../../utils/integrity/bytes.ts';
import { digestOf } from '../../../utils/integrity/digest.ts';
import { checkTimestamp } from '../../../utils/integrity/timestamp/check-timestamp.ts';
import {
  requestTimestamp,
  timestampEnvironment,
  type TimestampOutcome,
} from '../../../utils/integrity/timestamp/request-timestamp.ts';
import type { TimestampReason } from '../../../utils/integrity/timestamp/refusal.ts';
import type { ReplyKind } from '../../fixtures/tsa/replies.ts';
import { opensslSays } from '../../fixtures/tsa/openssl.ts';
import { startTsa, type Tsa, type TsaOptions } from '../../fixtures/tsa/start-tsa.ts';

const DATA = new TextEncoder().encode('{"schema":"prima-facie/capture/1"}');

const rootsOf = (tsa: Tsa): Bytes[] => derBlocks('CERTIFICATE', tsa.rootPem) ?? [];

async function stamp(tsa: Tsa, roots: readonly Bytes[] = rootsOf(tsa), timeoutMs = 10_000) {
  const digest = await digestOf(DATA);
  return requestTimestamp(timestampEnvironment, { url: tsa.url, digest, roots, timeoutMs });
}

function reasonOf(outcome: TimestampOutcome): TimestampReason | 'accepted' {
  return outcome.ok ? 'accepted' : outcome.refusal.reason;
}

/** What `openssl ts -verify` says of a response: over the data, then against the query. */
async function opensslVerifies(tsa: Tsa, response: Bytes, extra: readonly string[] = []) {
  await writeFile(join(tsa.folder, 'data'), DATA);
  await writeFile(join(tsa.folder, 'check.tsr'), response);
  const files = ['-data', 'data', '-in', 'check.tsr', '-CAfile', 'chain.pem'];
  return opensslSays(tsa.folder, 'ts', '-verify', ...files, ...extra);
}

describe('timestamps of a real openssl authority', () => {
  const layouts: readonly TsaOptions[] = [
    { key: 'ec' },
    { key: 'ec384', intermediate: true, digest: 'sha384', essHash: 'sha512' },
    { key: 'rsa', intermediate: true, digest: 'sha512' },
    { key: 'rsa', essHash: 'sha1' },
  ];
  it.each(layouts)('are accepted, and openssl agrees: %o', async (layout) => {
    const tsa = await startTsa(layout);
    try {
      const outcome = await stamp(tsa);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
      const { facts, response, readings } = outcome.value;
      expect(Math.abs(Date.parse(facts.genTime) - Date.now())).toBeLessThan(60_000);
      expect(facts.accuracyMs).toBe(1501);
      expect(facts.nonceChecked).toBe(true);
      expect(facts.signer.subject).toBe('O=Prima Facie tests, CN=Test TSA');
      expect(facts.root.subject).toBe('O=Prima Facie tests, CN=Test Root');
      expect(derBlocks('CERTIFICATE', facts.chainPem)).toEqual(derBlocks('CERTIFICATE', tsa.chainPem));
      expect(readings.map((reading) => reading.source.split(':')[0])).toEqual(['tsa', 'http-date']);
      for (const { offsetMs } of readings) expect(Math.abs(offsetMs)).toBeLessThan(10_000);
      expect(await opensslVerifies(tsa, response)).toMatchObject({ ok: true });
    } finally {
      await tsa.close();
    }
  });
});

describe('what is refused', () => {
  let tsa: Tsa;
  let other: Tsa;
  beforeAll(async () => {
    [tsa, other] = await Promise.all([startTsa(), startTsa()]);
  });
  afterAll(async () => {
    await Promise.all([tsa.close(), other.close()]);
  });

  const wrong: readonly (readonly [ReplyKind, TimestampReason])[] = [
    ['rejected', 'rejected-status'],
    ['bare-token', 'bare-token'],
    ['tampered-time', 'tampered'],
    ['tampered-signature', 'tampered'],
    ['wrong-nonce', 'nonce-mismatch'],
    ['other-data', 'imprint-mismatch'],
    ['no-purpose', 'signer-purpose'],
    ['purpose-not-critical', 'signer-purpose'],
    ['two-purposes', 'signer-purpose'],
    ['twin-certificate', 'signer-reference'],
    ['no-certificate', 'signer-missing'],
  ];
  it.each(wrong)('%s: %s', async (kind, reason) => {
    tsa.become({ kind });
    const outcome = await stamp(tsa);
    expect(reasonOf(outcome)).toBe(reason);
    if (outcome.ok || !outcome.response) throw new Error('the refused response is kept');
    // A nonce is checked against the query only, so openssl is asked about everything else with the data.
    if (kind !== 'wrong-nonce') expect((await opensslVerifies(tsa, outcome.response)).ok).toBe(false);
  });

  it('an authority of another root', async () => {
    tsa.become({ kind: 'good' });
    expect(reasonOf(await stamp(tsa, rootsOf(other)))).toBe('wrong-root');
    expect(reasonOf(await stamp(tsa, []))).toBe('wrong-root');
    expect(reasonOf(await stamp(tsa, [...rootsOf(other), ...rootsOf(tsa)]))).toBe('accepted');
  });

  it('any single byte of the token changed', async () => {
    tsa.become({ kind: 'good' });
    const outcome = await stamp(tsa);
    if (!outcome.ok) throw new Error(outcome.refusal.detail);
    const { response, query, facts } = outcome.value;
    const root = Buffer.from(response).indexOf(rootsOf(tsa)[0] ?? '');
    const rootEnd = root + (rootsOf(tsa)[0]?.byteLength ?? 0);
    expect(root).toBeGreaterThan(0);
    const accepted: number[] = [];
    for (let at = 0; at < response.byteLength; at += 1) {
      const changed = response.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const check = await checkTimestamp({
        digest: facts.digest,
        response: changed,
        query,
        roots: rootsOf(tsa),
      });
      if (!check.ok) continue;
      expect(check.value).toEqual(facts);
      accepted.push(at);
    }
    // The copy of the root is not used: the pinned one is. Besides it nothing signs the status (granted, granted with
    // modifications), and the version numbers and digest list of the envelope. None of them says anything.
    expect(accepted.filter((at) => at < root || at >= rootEnd).length).toBeLessThan(12);
  });
});

describe('what the transport does', () => {
  let tsa: Tsa;
  beforeAll(async () => {
    tsa = await startTsa();
  });
  afterAll(() => tsa.close());

  it.each<readonly [Partial<TsaOptions>, TimestampReason]>([
    [{ httpStatus: 503 }, 'http-status'],
    [{ contentType: 'text/html' }, 'content-type'],
    [{ body: new Uint8Array(1024 * 1024 + 1) }, 'too-large'],
    [{ body: new Uint8Array() }, 'malformed'],
    [{ body: new TextEncoder().encode('<!doctype html>') }, 'malformed'],
  ])('%o: %s', async (change, reason) => {
    const bad = await startTsa(change);
    try {
      expect(reasonOf(await stamp(bad))).toBe(reason);
    } finally {
      await bad.close();
    }
  });

  it('says timeout, cancelled and unreachable apart', async () => {
    const slow = await startTsa({ delayMs: 5000 });
    try {
      expect(reasonOf(await stamp(slow, rootsOf(slow), 200))).toBe('timeout');
      const stop = new AbortController();
      const digest = await digestOf(DATA);
      const request = { url: slow.url, digest, roots: rootsOf(slow), timeoutMs: 10_000 };
      const asked = requestTimestamp(timestampEnvironment, { ...request, signal: stop.signal });
      stop.abort();
      expect(reasonOf(await asked)).toBe('cancelled');
    } finally {
      await slow.close();
    }
    expect(reasonOf(await stamp(slow))).toBe('network-error');
  });

  it('shows a clock of ours that is wrong by the time the authority signed', async () => {
    const slow = { ...timestampEnvironment, now: () => new Date(Date.now() - 30_000) };
    const digest = await digestOf(DATA);
    const request = { url: tsa.url, digest, roots: rootsOf(tsa), timeoutMs: 10_000 };
    const outcome = await requestTimestamp(slow, request);
    const readings = outcome.ok ? outcome.value.readings : [];
    const signed = readings.find(({ source }) => source.startsWith('tsa:'));
    expect(Math.abs((signed?.offsetMs ?? 0) - 30_000)).toBeLessThan(5_000);
    const entries = [{ path: 'capture.json.tsr', about: { clock: readings } }];
    expect(clockOff({}, entries)?.offsetMs).toBeGreaterThan(20_000);
  });

  it('reads the clock from the Date header only where there is one', async () => {
    tsa.become({ date: 'absent' });
    const without = await stamp(tsa);
    expect(without.ok && without.value.readings).toHaveLength(1);
    tsa.become({ date: { shiftMs: 3_600_000 } });
    const shifted = await stamp(tsa);
    expect(shifted.ok && shifted.value.readings[1]?.offsetMs).toBeGreaterThan(3_598_000);
  });
});

describe('validity', () => {
  it('expired today, valid when stamped: accepted, as openssl does with -attime', async () => {
    const notAfter = new Date(Math.ceil(Date.now() / 1000) * 1000 + 4000);
    const tsa = await startTsa({ notAfter });
    try {
      const outcome = await stamp(tsa);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
      await new Promise((resolve) => {
        setTimeout(resolve, notAfter.getTime() - Date.now() + 1500);
      });
      const { response, query, facts } = outcome.value;
      const again = await checkTimestamp({ digest: facts.digest, response, query, roots: rootsOf(tsa) });
      expect(again).toEqual({ ok: true, value: facts });
      expect(Date.parse(facts.signer.notAfter)).toBeLessThan(Date.now());
      const attime = String(Math.floor(Date.parse(facts.genTime) / 1000));
      expect((await opensslVerifies(tsa, response)).ok).toBe(false);
      expect(await opensslVerifies(tsa, response, ['-attime', attime])).toMatchObject({ ok: true });
    } finally {
      await tsa.close();
    }
  });

  it.each<readonly [string, TsaOptions, TimestampReason]>([
    ['signer expired', { notAfter: new Date(Date.now() - 60_000) }, 'expired-signer'],
    ['signer not yet valid', { notBefore: new Date(Date.now() + 3_600_000) }, 'expired-signer'],
    ['root expired', { rootNotAfter: new Date(Date.now() - 60_000) }, 'expired-issuer'],
  ])('%s when stamped: refused', async (_, options, reason) => {
    const tsa = await startTsa(options);
    try {
      expect(reasonOf(await stamp(tsa))).toBe(reason);
    } finally {
      await tsa.close();
    }
  });
});
