import type { Language } from '../../case/settings.ts';
import { VERIFICATION } from '../../i18n/catalog/verification.ts';
import { fill, type Catalog, type Message } from '../../i18n/translate.ts';
import type { Finding, FindingCode, Statement, VerificationReport } from './types.ts';

/** Holds the catalog to the verifier: a finding without a sentence does not compile. */
const SENTENCES: Catalog & Record<`finding-${FindingCode}`, Message> = VERIFICATION;

/** Turns what the verifier found into sentences. `further`: catalogs of further checks, with the same key forms. */
export function describer(language: Language, further: Catalog = {}) {
  const catalog: Catalog = { ...SENTENCES, ...further };
  const say = (key: string, parameters: Readonly<Record<string, string | number>>): string => {
    const message: Message | undefined = catalog[key];
    return message ? fill(message[language], parameters) : [key, ...Object.values(parameters)].join(' ');
  };
  return {
    verdict(report: Pick<VerificationReport, 'verdict' | 'findings'>): string {
      const anew = report.verdict === 'whole' && report.findings.some(({ code }) => code === 'zip-repacked');
      const locked = report.findings.some(({ code }) => code === 'encrypted');
      return say(locked ? 'verdict-encrypted' : `verdict-${report.verdict}${anew ? '-repacked' : ''}`, {});
    },
    finding: ({ code, path, detail }: Finding): string =>
      say(`finding-${code}`, { path: path ?? 'zip', detail: detail ?? '' }),
    statement: ({ key, parameters = {} }: Statement): string => say(key, parameters),
    check: (id: string): string => say(`check-${id}`, {}),
  };
}
