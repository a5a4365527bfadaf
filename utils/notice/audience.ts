import type { Party } from '../case/dispute.ts';
import type { Audience, NoticeContent } from '../case/notice.ts';
import type { Language } from '../case/settings.ts';
import { FORM_LIMITS } from './forms/limits.ts';
import { withoutPrivate } from './private-details.ts';
import type { PrivateKind } from './private-details.ts';

const WITHHELD: Readonly<Record<Language, string>> = {
  en: 'withheld in this copy; on file with the recipient',
  'zh-CN': '本副本不予显示；已提供给通知接收方',
  ja: '本写しでは非表示（宛先には提供済み）',
};

/** Characters that reorder what is read, so that an address could look like another (UAX #9). */
const BIDI_CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Characters that no XML 1.0 document can hold, and other control characters but tab and line feed. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;

/**
 * A text that every rendering shows alike: well-formed UTF-16, line feeds only, no control or reordering characters.
 * Letters of every script stay as they are.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll(BIDI_CONTROLS, '')
    .replaceAll(UNPRINTABLE, '');
}

/** {@link cleanText} for every text in a JSON value. */
export function cleanDeep<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => cleanDeep(one)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanDeep(one)])) as T;
}

/**
 * What an audience may see of a notice. `full`: everything; `recipient`: identity documents only where the law,
 * the model form of the PRC or the recipient's own form asks for them; `forward-safe`: no home address, telephone
 * number, identity document, device fingerprint or other recipient, because the notice may be passed on to the uploader or published.
 * What is withheld is withheld in free texts too. An organisation's address is no secret and stays.
 */
export function viewFor(content: NoticeContent, audience: Audience): NoticeContent {
  const clean = cleanDeep(content);
  if (audience === 'full') return clean;
  const forward = audience === 'forward-safe';
  const redact = forward ? forForwarding(clean.language) : forRecipient(clean);
  const hidden: PrivateKind[] = forward ? PASSED_ON : asksIdentity(clean) ? [] : ['identity'];
  const { keyFingerprint: _device, ...rest } = withoutPrivate(clean, hidden, WITHHELD[clean.language]);
  return {
    ...rest,
    ...(forward || clean.keyFingerprint === undefined ? {} : { keyFingerprint: clean.keyFingerprint }),
    // A copy that may reach the uploader does not say who else is written to.
    linked: forward ? [] : clean.linked,
    holder: clean.holder && redact(clean.holder),
    notifier: clean.notifier && redact(clean.notifier),
  };
}

/** What no free text says to those a notice may be passed on to. */
const PASSED_ON: PrivateKind[] = ['address', 'phone', 'identity'];

/** What goes into a web form: its fields for the parties hold all that the recipient may see, its free texts less. */
export function viewForForm(content: NoticeContent): NoticeContent {
  const view = viewFor(content, 'recipient');
  const { notifier, holder } = cleanDeep(content);
  const safe = withoutPrivate({ ...view, notifier, holder }, PASSED_ON, WITHHELD[view.language]);
  return { ...safe, notifier: view.notifier, holder: view.holder };
}

/**
 * A party as an audience may see it outside of a notice, where no law asks for an identity document; see
 * {@link viewFor}. `language`: of the words that stand for what is withheld.
 */
export function partyFor(party: Party, audience: Audience, language: Language): Party {
  if (audience === 'full') return party;
  if (audience === 'forward-safe') return forForwarding(language)(party);
  const { identityReference: _document, ...rest } = party;
  return rest;
}

function forRecipient(content: NoticeContent): (party: Party) => Party {
  if (asksIdentity(content)) return (party) => party;
  return ({ identityReference: _document, ...party }) => party;
}

function asksIdentity({ regime, channel }: NoticeContent): boolean {
  return (
    regime.identity !== undefined ||
    regime.jurisdiction === 'CN' ||
    (channel?.form !== undefined && FORM_LIMITS[channel.form].identity === true)
  );
}

function forForwarding(language: Language): (party: Party) => Party {
  const withheld = WITHHELD[language];
  return ({ identityReference: _document, city, state, postalCode, ...party }) => ({
    ...party,
    phone: party.phone === '' ? '' : withheld,
    ...(party.kind === 'person'
      ? { address: party.address === '' ? '' : withheld }
      : {
          ...(city === undefined ? {} : { city }),
          ...(state === undefined ? {} : { state }),
          ...(postalCode === undefined ? {} : { postalCode }),
        }),
  });
}
