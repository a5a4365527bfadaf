import type { FormId, NoticeContent } from '../../case/notice.ts';
import { viewForForm } from '../audience.ts';
import { narrowTo } from '../lookup.ts';
import { alibabaCloud, huaweiCloud, tencent } from './chinese.ts';
import { aws, civitai, cloudflare, github, googleSearch, hetzner, huggingFace, ovh } from './english.ts';
import { fillingsOf } from './fillings.ts';
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
 * What to copy into a web form, field by field, within its limits. A notice is dealt out over as many submissions as
 * those need; each speaks only of the items it names.
 */
export function formSubmissions(content: NoticeContent, form: FormId): FormSubmission[] {
  const view = viewForForm(content);
  const fillings = fillingsOf(view, form);
  return fillings.map(({ addresses, items }, index) => ({
    form,
    number: index + 1,
    of: fillings.length,
    addresses,
    fields: BUILDERS[form](narrowTo(view, items), addresses),
  }));
}
