import type { FormId, NoticeContent } from '../../case/notice.ts';
import { hostOf, noticeAddresses } from '../addresses.ts';
import { viewFor } from '../audience.ts';
import { narrowTo } from '../lookup.ts';
import { alibabaCloud, huaweiCloud, tencent } from './chinese.ts';
import { aws, civitai, cloudflare, github, googleSearch, hetzner, huggingFace, ovh } from './english.ts';
import { FORM_LIMITS } from './limits.ts';
import type { FormBuilder, FormSubmission } from './model.ts';

const BUILDERS: Readonly<Record<FormId, FormBuilder>> = {
  cloudflare,
  aws,
  'google-search': googleSearch,
  'alibaba-cloud': alibabaCloud,
  tencent,
  'huawei-cloud': huaweiCloud,
  hetzner,
  ovh,
  civitai,
  'hugging-face': huggingFace,
  github,
};

/**
 * What to copy into a web form, field by field, within its limits. Addresses are dealt out over as many submissions
 * as the form's limits on hosts and numbers need; each submission speaks only of the items it names.
 */
export function formSubmissions(content: NoticeContent, form: FormId): FormSubmission[] {
  const view = viewFor(content, 'recipient');
  const batches = batchesOf(noticeAddresses(view), form);
  return batches.map((addresses, index) => ({
    form,
    number: index + 1,
    of: batches.length,
    addresses,
    fields: BUILDERS[form](narrow(view, addresses), addresses),
  }));
}

function batchesOf(addresses: readonly string[], form: FormId): string[][] {
  const { oneHost, maximumUrls } = FORM_LIMITS[form];
  const groups = oneHost ? [...Map.groupBy(addresses, hostOf).values()] : [[...addresses]];
  return groups.flatMap((group) => chunks(group, maximumUrls ?? Math.max(1, group.length)));
}

function chunks(entries: readonly string[], size: number): string[][] {
  const parts: string[][] = [];
  for (let at = 0; at < entries.length; at += size) parts.push(entries.slice(at, at + size));
  return parts;
}

/** The content with only those items that have one of the addresses. */
function narrow(content: NoticeContent, addresses: readonly string[]): NoticeContent {
  const wanted = new Set(addresses);
  const has = (url: string) => wanted.has(url.trim());
  return narrowTo(
    content,
    content.items.filter(({ urls, pageUrl }) => urls.some(has) || has(pageUrl)),
  );
}
