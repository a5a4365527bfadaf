import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pemOf } from '../../../utils/integrity/pem.ts';
import { KNOWN_AUTHORITIES } from '../../../utils/integrity/timestamp/authorities.ts';
import { BUNDLED_ROOTS, bundledRoots } from '../../../utils/integrity/timestamp/bundled-roots.ts';
import { rootsFromPem, trustedRoots } from '../../../utils/integrity/timestamp/roots.ts';
import { basicConstraints, keyUsage, parseCertificate } from '../../../utils/integrity/x509/certificate.ts';
import { nameText } from '../../../utils/integrity/x509/name.ts';

describe('bundled roots', () => {
  it.each(BUNDLED_ROOTS)(
    '$name is what it says, and reads as Node reads it',
    ({ name, fingerprint, base64 }) => {
      const der = new Uint8Array(Buffer.from(base64, 'base64'));
      expect(createHash('sha256').update(der).digest('hex')).toBe(fingerprint);
      const [mine, theirs] = [parseCertificate(der), new X509Certificate(der)];
      expect(nameText(mine.subject).split(', ')).toEqual(theirs.subject.split('\n'));
      expect(nameText(mine.subject)).toContain(name);
      expect(mine.issuer).toEqual(mine.subject);
      expect(mine.notAfter).toEqual(theirs.validToDate);
      expect(mine.notBefore).toEqual(theirs.validFromDate);
      expect(basicConstraints(mine).ca).toBe(theirs.ca);
      expect(keyUsage(mine)?.has('keyCertSign')).toBe(true);
      expect(new Uint8Array(theirs.publicKey.export({ type: 'spki', format: 'der' }))).toEqual(mine.spki);
    },
  );

  it('are those the known authorities need', () => {
    const names = BUNDLED_ROOTS.map((root) => root.name);
    for (const { root } of KNOWN_AUTHORITIES) expect(names).toContain(root);
  });
});

describe('roots of the user', () => {
  const [first] = bundledRoots();
  if (!first) throw new Error('there are bundled roots');

  it('are added to those of the extension', () => {
    expect(rootsFromPem(pemOf('CERTIFICATE', first))).toEqual({ ok: true, value: [first] });
    const trusted = trustedRoots(pemOf('CERTIFICATE', first));
    expect(trusted.ok && trusted.value).toHaveLength(bundledRoots().length + 1);
    expect(rootsFromPem(' \n')).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['no PEM', 'hello', 'invalid-data'],
    ['a key', pemOf('PUBLIC KEY', first), 'invalid-data'],
    ['no certificate within', pemOf('CERTIFICATE', new Uint8Array(40)), 'invalid-data'],
    ['too many', pemOf('CERTIFICATE', first).repeat(51), 'too-large'],
  ])('%s: refused with a reason', (_, text, code) => {
    expect(rootsFromPem(text)).toMatchObject({ ok: false, failure: { code } });
    expect(trustedRoots(text).ok).toBe(false);
  });
});
