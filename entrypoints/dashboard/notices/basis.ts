import { hostingText, reasons } from '../../../components/hosting/words.ts';
import type { Texts } from '../../../components/texts.ts';
import type { HostingSummary } from '../../../utils/case/hosting.ts';
import type { NoticeProvider } from '../../../utils/case/notice.ts';
import { GOOGLE_SEARCH, siteOperator, unknownHost } from '../../../utils/notice/prepare/others.ts';
import { NAMED_BY_USER } from '../../../utils/store/recipients.ts';
import { CLASS_BY_USER } from './draft-actions.ts';

/**
 * Why a recipient is written to, in the reader's language. What is kept with the notice is the English sentence of the
 * rules; the finding it came from still stands with its capture, and says the same in every language.
 */
export function basisText(
  { id, classBasis }: Pick<NoticeProvider, 'id' | 'classBasis'>,
  found: readonly HostingSummary[],
  { t, language }: Texts,
): string {
  if (classBasis === NAMED_BY_USER) return t('notices.basis-named');
  if (classBasis === CLASS_BY_USER) return t('notices.basis-class');
  if (classBasis === GOOGLE_SEARCH.classBasis) return t('notices.basis-search');
  if (classBasis === siteOperator('').classBasis) return t('notices.basis-operator');
  if (classBasis === unknownHost('').classBasis) return t('notices.basis-unknown');
  for (const { recipients, roles } of found) {
    const recipient = recipients.find((one) => one.providerId === id && one.why === classBasis);
    if (recipient) {
      const said = [recipient.reason, ...(recipient.notes ?? [])];
      return said
        .map((one) => hostingText(language, one.id, { provider: recipient.provider, ...one.values }))
        .join(' ');
    }
    const role = roles.find((one) => one.providerId === id && one.why === classBasis);
    if (role) return [role.provider, ...reasons(language, role.evidence)].join(' · ');
  }
  return classBasis;
}
