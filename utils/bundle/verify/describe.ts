import type { Language } from '../../case/settings.ts';
import { VERIFICATION } from '../../i18n/catalog/verification.ts';
import { fill, type Catalog, type Message } from '../../i18n/translate.ts';
import type { Finding, FindingCode, Statement, VerificationReport } from './types.ts';

/** Holds the catalog to the verifier: a finding without a sentence does not compile. */
const SENTENCES: Catalog & Record<`finding-${FindingCode}`, Message> = VERIFICATION;

type Judged = Pick<VerificationReport, 'verdict' | 'findings' | 'anchor'>;

/** The headline says what the answer rests on: a bundle tied to nobody and no time may be made by anybody. */
function verdictParts({ verdict, findings, anchor }: Judged): Statement[] {
  const has = (code: FindingCode) => findings.some((finding) => finding.code === code);
  if (has('encrypted')) return [{ key: 'verdict-encrypted' }];
  const failures = findings.filter(({ severity }) => severity === 'failure');
  if (verdict === 'not-whole' && failures.every(({ code }) => code === 'signer-unexpected')) {
    return [{ key: 'verdict-other-signer' }];
  }
  if (verdict !== 'whole') return [{ key: `verdict-${verdict}` }];
  return [...wholeParts(anchor), ...(has('zip-repacked') ? [{ key: 'verdict-repacked' }] : [])];
}

function wholeParts({ signer, isExpected, stamp }: VerificationReport['anchor']): Statement[] {
  if (!signer && !stamp) return [{ key: 'verdict-unanchored' }];
  const whole: Statement = stamp ? { key: 'verdict-stamped', parameters: stamp } : { key: 'verdict-signed' };
  return [whole, ...(signer ? [{ key: isExpected ? 'verdict-key-named' : 'verdict-key-compare' }] : [])];
}

/** Whether what is whole is tied to a key or to a known authority's time; the headline's colour. */
export function isAnchored({ anchor }: Pick<VerificationReport, 'anchor'>): boolean {
  return anchor.signer !== null || anchor.stamp !== null;
}

/** Turns what the verifier found into sentences. `further`: catalogs of further checks, with the same key forms. */
export function describer(language: Language, further: Catalog = {}) {
  const catalog: Catalog = { ...SENTENCES, ...further };
  const say = (key: string, parameters: Readonly<Record<string, string | number>>): string => {
    const message: Message | undefined = catalog[key];
    return message ? fill(message[language], parameters) : [key, ...Object.values(parameters)].join(' ');
  };
  return {
    verdict: (report: Judged): string =>
      verdictParts(report)
        .map(({ key, parameters = {} }) => say(key, parameters))
        // Chinese and Japanese put nothing between sentences.
        .join(language === 'en' ? ' ' : ''),
    finding: ({ code, path, detail }: Finding): string =>
      say(`finding-${code}`, { path: path ?? 'zip', detail: detail ?? '' }),
    statement: ({ key, parameters = {} }: Statement): string => say(key, parameters),
    check: (id: string): string => say(`check-${id}`, {}),
  };
}
