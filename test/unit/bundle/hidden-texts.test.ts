import { assert, pre, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenTexts } from '../../../utils/bundle/audience/hidden-texts.ts';

const NAME = 'Tarō Yamada';

describe('texts to hide', () => {
  const hidden = hiddenTexts([NAME, '1-2-3 千代田', 'moon&fan77']);
  it.each([
    NAME,
    'TARŌ YAMADA',
    'Tarō\u00a0Yamada',
    'Tarō\n  Yamada',
    'Taro\u0304 Yamada',
    'Tar\u200bō Yamada',
    'Tar%C5%8D%20Yamada',
    'tar%c5%8d+yamada',
    'tarō-yamada',
    'Tar&#333; Yamada',
    'Tar&#x14d;&nbsp;Yamada',
    String.raw`Tar\u014d Yamada`,
    'Ｔａｒō Ｙａｍａｄａ',
    'moon&amp;fan77',
    'moon%26fan77',
    '1-2-3 千代田',
    '１-２-３　千代田',
    'TAR%C5%8C%20YAMADA',
    'Taro%CC%84%20Yamada',
  ])('are found and taken out of %j', (spelling) => {
    const text = `before ${spelling} after`;
    expect(hidden.occursIn(text)).toBe(true);
    expect(hidden.clean(text)).toBe('before [redacted] after');
    expect(hidden.occursIn(hidden.clean(text))).toBe(false);
  });

  it.each([
    `Tar%25C5%258D%2520Yamada`,
    '<b>Tarō</b> <i>Yamada</i>',
    'by Tar=C5=8D Yama=\r\nda',
    String.raw`Tar\u{14d} Yamada`,
    String.raw`\x54ar\u014d Yamada`,
    `data:,${Buffer.from(`??>${NAME.toUpperCase()}`).toString('base64url')}`,
    `data:text/plain;base64,${Buffer.from(`by ${NAME}!`).toString('base64')}`,
    `data:text/plain;base64,${Buffer.from(`b ${NAME}`).toString('base64')}`,
    `data:text/plain;base64,${Buffer.from(NAME).toString('base64')}`,
  ])('are found in %j, which is then left out', (spelling) => expect(hidden.occursIn(spelling)).toBe(true));

  it('are found in both forms of a host name, whichever of them was typed', () => {
    for (const typed of ['müller-petra', 'Petra Müller', 'xn--mller-petra-thb', 'MÜLLER-PETRA']) {
      const one = hiddenTexts([typed]);
      const hosts = typed.startsWith('Petra')
        ? ['petra-müller.example', 'xn--petra-mller-zhb.example']
        : ['müller-petra.example', 'xn--mller-petra-thb.example'];
      for (const host of hosts) {
        const text = `https://${host}/x`;
        expect([typed, text, one.occursIn(text)]).toEqual([typed, text, true]);
        expect([typed, one.clean(text)]).toEqual([typed, 'https://[redacted].example/x']);
      }
    }
    const part = hiddenTexts(['müller']);
    expect(part.clean('https://xn--mller-petra-thb.example/')).toBe('https://[redacted].example/');
    expect(part.occursIn('https://xn--other.example/ xn--999999999')).toBe(false);
  });

  it.each([
    '7c0ffee0-dead-4bee-8a55-0123456789ab',
    'ab'.repeat(32),
    'user 7c0ffee0-dead-4bee-8a55-0123456789ab',
  ])('are hidden though they have the form of an id or a digest: %s', (account) => {
    const one = hiddenTexts([account]);
    for (const text of [account, account.toUpperCase(), `by ${account}.`, `/u/${account}/x`]) {
      expect([text, one.occursIn(text)]).toEqual([text, true]);
      expect(one.clean(text)).not.toContain(account);
      expect(one.clean(text)).toContain('[redacted]');
    }
    const other = '00000000-0000-4000-8000-000000000001';
    expect([one.clean(other), one.occursIn(other)]).toEqual([other, false]);
  });

  it('leave digests, times and ids alone', () => {
    const digits = hiddenTexts(['20261121', '0000-4000']);
    for (const text of [
      '2026-11-21T09:00:00.000Z',
      `sha256:${'20261121'.repeat(8)}`,
      '00000000-0000-4000-8000-000000000001',
    ]) {
      expect([digits.clean(text), digits.occursIn(text)]).toEqual([text, false]);
    }
  });

  it('never survive cleaning, whatever stands around them', () => {
    assert(
      property(
        string({ unit: 'grapheme', minLength: 5, maxLength: 30 }),
        string(),
        string(),
        (wanted, a, b) => {
          pre(wanted.trim().length >= 5);
          const one = hiddenTexts([wanted]);
          expect(one.clean(a + wanted.trim() + b)).not.toContain(wanted.trim());
        },
      ),
      { numRuns: 300 },
    );
  });
});
