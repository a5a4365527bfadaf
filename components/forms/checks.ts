import type { Item, Party, Work } from '../../utils/case/dispute.ts';
import type { Parameters } from '../../utils/i18n/translate.ts';
import type { TextKey } from '../texts.ts';

/** What is wrong with a field: a text and its parameters. */
export interface FieldError {
  readonly key: TextKey;
  readonly parameters?: Parameters;
}

/** Errors by field; empty where everything can be saved. */
export type FormErrors<T> = Partial<Record<keyof T, FieldError>>;

/** A row without what the store adds. */
export type Draft<T> = Omit<T, 'id' | 'caseId'>;

const MISSING: FieldError = { key: 'form.missing' };

/** Lines of a text, trimmed, without empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Whether a text is a full http(s) address. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

/** What must be mended before a work can be saved. What a notice needs besides is for its readiness to say. */
export function checkWork(work: Draft<Work>): FormErrors<Work> {
  return clean<Work>({
    title: needed(work.title),
    author: needed(work.author),
    rightsClaimed: work.rightsClaimed.length === 0 ? { key: 'form.choose-one' } : undefined,
    authorisedUrls: addresses(work.authorisedUrls),
  });
}

/** What must be mended before a party can be saved. */
export function checkParty(party: Draft<Party>): FormErrors<Party> {
  return clean<Party>({
    legalName: needed(party.legalName),
    country: needed(party.country),
    email: /^[^\s@]+@[^\s@]+$/.test(party.email) ? undefined : { key: 'form.email' },
  });
}

/** What must be mended before an item can be saved. */
export function checkItem(item: Draft<Item>): FormErrors<Item> {
  return clean<Item>({
    description: needed(item.description),
    pageUrl: isWebAddress(item.pageUrl) ? undefined : { key: 'form.url' },
    urls: addresses(item.urls),
  });
}

function needed(text: string): FieldError | undefined {
  return text.trim() === '' ? MISSING : undefined;
}

function addresses(urls: readonly string[]): FieldError | undefined {
  const wrong = urls.findIndex((url) => !isWebAddress(url));
  return wrong === -1 ? undefined : { key: 'form.urls', parameters: { line: wrong + 1 } };
}

function clean<T>(errors: Partial<Record<keyof T, FieldError | undefined>>): FormErrors<T> {
  const found = Object.entries(errors).filter(([, error]) => error !== undefined);
  return Object.fromEntries(found) as FormErrors<T>;
}
