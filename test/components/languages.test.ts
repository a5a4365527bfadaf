import { describe, expect, it } from 'vitest';
import { findingText } from '../../components/notices/finding-text.ts';
import type { Finding } from '../../utils/case/notice.ts';
import { DOSSIER_WORDS } from '../../utils/i18n/catalog/dossier.ts';
import { FAILURE } from '../../utils/i18n/catalog/failure.ts';
import { HOSTING_CATALOG } from '../../utils/i18n/catalog/hosting.ts';
import { READINESS } from '../../utils/i18n/catalog/readiness.ts';
import { TOOL_RULES } from '../../utils/i18n/catalog/tool-rules.ts';
import { UI } from '../../utils/i18n/catalog/ui.ts';
import { warningValues } from '../../utils/i18n/warning-values.ts';
import { WORKS_IMPORT } from '../../utils/i18n/catalog/works-import.ts';

/** Names that stay as they are in every language. */
const NAMES = /Prima Facie|User-Agent Client Hints|Team Cymru, Abusix|DNS over HTTPS/g;
/** Three words in Latin letters in a row: a sentence left in English, and not a name or a unit. */
const ENGLISH = /(?:\b[A-Za-z][a-z']+[ ,]+){2,}[A-Za-z][a-z']+/;

const leftOver = (text: string) => ENGLISH.exec(text.replaceAll(/\{\w+\}/g, '').replaceAll(NAMES, ''))?.[0];

describe.each(['zh-CN', 'ja'] as const)('in %s', (language) => {
  const catalogs = { UI, FAILURE, READINESS, HOSTING_CATALOG, TOOL_RULES, DOSSIER_WORDS, WORKS_IMPORT };
  it.each(Object.entries(catalogs))('%s has no sentence left in English', (_, catalog) => {
    const english = Object.entries<Readonly<Record<'zh-CN' | 'ja', string>>>(catalog).flatMap(
      ([key, message]) => {
        const found = leftOver(message[language]);
        return found === undefined ? [] : [`${key}: ${found}`];
      },
    );
    expect(english).toEqual([]);
  });

  it('a finding says its parameters in that language too', () => {
    const finding = (code: keyof typeof READINESS, parameters: Finding['parameters']): Finding => ({
      id: 'us-512.channel',
      element: 'channel',
      severity: 'warn',
      kind: 'machine',
      code,
      parameters,
      citation: '',
      fix: { place: 'notice', field: 'channel' },
    });
    const said = [
      findingText(finding('contact-missing', { fields: 'address, phone, email' }), language),
      findingText(finding('contact-usual', { fields: 'phone' }), language),
      findingText(finding('language-mismatch', { language: 'en', expected: 'zh-CN, ja' }), language),
      findingText(
        finding('channel-oversized', { size: '9000 characters', maximum: '255 characters' }),
        language,
      ),
      findingText(finding('exception-unanswered', { exception: 'own-upload' }), language),
    ];
    for (const sentence of said) expect(sentence).not.toMatch(/[A-Za-z]{3,}/);
  });
});

it('the values of hosting warnings are said in the reader’s language, addresses as they are', () => {
  const said = warningValues(
    {
      reason: 'before-extension',
      kind: 'link-local',
      difference:
        'status 403, not 200; it ended at https://a.example/x; it came from 192.0.2.1, not 192.0.2.2',
      address: '192.0.2.1',
    },
    'zh-CN',
  );
  expect(said).toEqual({
    reason: '页面在扩展运行之前已加载',
    kind: '链路本地',
    difference: '状态码为 403，而非 200；最终到达 https://a.example/x；来自 192.0.2.1，而非 192.0.2.2',
    address: '192.0.2.1',
  });
  expect(Object.values(warningValues(said, 'ja'))).toEqual(Object.values(said));
});

it('would notice an English sentence', () => {
  expect(leftOver('该渠道 takes no attachments at all')).toBe('takes no attachments at all');
  expect(leftOver('请使用 XARF 或 ACNS（RFC 3161）')).toBeUndefined();
});
