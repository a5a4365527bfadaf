import type { FormId, NoticeChannel } from '../../case/notice.ts';

/** Hosts of web forms whose fields are known. */
const HOSTS: readonly (readonly [host: string, form: FormId])[] = [
  ['cloudflare.com', 'cloudflare'],
  ['reportcontent.google.com', 'google-search'],
  ['alibabacloud.com', 'alibaba-cloud'],
  ['aliyun.com', 'alibaba-cloud'],
  ['tencentcloud.com', 'tencent'],
  ['tencent.com', 'tencent'],
  ['huaweicloud.com', 'huawei-cloud'],
  ['hetzner.com', 'hetzner'],
  ['ovhcloud.com', 'ovh'],
  ['ovh.com', 'ovh'],
  ['civitai.com', 'civitai'],
  ['huggingface.co', 'hugging-face'],
  ['github.com', 'github'],
];

/** Mail that is read like a form: what it must say, and in which order, is known. */
const MAILS: Readonly<Record<string, FormId>> = {
  'abuse@amazonaws.com': 'aws',
  'dmca@huggingface.co': 'hugging-face',
  'copyright@github.com': 'github',
};

/** The form behind a channel, whoever named the channel; undefined where its fields are not known. */
export function formBehind({ kind, address }: Pick<NoticeChannel, 'kind' | 'address'>): FormId | undefined {
  if (kind === 'email') return MAILS[address.trim().toLowerCase()];
  if (kind !== 'form') return undefined;
  const host = URL.parse(address)?.hostname ?? '';
  return HOSTS.find(([known]) => host === known || host.endsWith(`.${known}`))?.[1];
}
