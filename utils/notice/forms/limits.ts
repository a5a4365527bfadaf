import type { FormId } from '../../case/notice.ts';
import type { RegimeId } from '../../case/regime.ts';

/** What a web form or its operator refuses. Lengths in characters. */
export interface FormLimits {
  readonly maximumUrls?: number;
  /** All URLs of one report must have one host name. */
  readonly oneHost?: true;
  /** Longest free text. */
  readonly maximumText?: number;
  /** Longest description of the work. */
  readonly maximumWork?: number;
  /** Longest name of the holder. */
  readonly maximumHolder?: number;
  /** It asks for the identity document of the holder, whatever the law. */
  readonly identity?: true;
  /** The one law whose statements it has people make, in its own words: it takes notices under no other. */
  readonly law?: RegimeId;
  readonly attachments: boolean;
  /** Notices are, or may be, made public. */
  readonly publishes: boolean;
  readonly source: string;
  readonly checkedOn: string;
}

const checkedOn = '2026-11-21';

/** Limits by form, as their operators state them. */
export const FORM_LIMITS: Readonly<Record<FormId, FormLimits>> = {
  cloudflare: {
    maximumUrls: 250,
    oneHost: true,
    maximumText: 2000,
    maximumWork: 255,
    maximumHolder: 60,
    law: 'us-512',
    attachments: false,
    publishes: true,
    source: 'developers.cloudflare.com: abuse reports API',
    checkedOn,
  },
  aws: {
    attachments: false,
    publishes: false,
    source: 'aws.amazon.com: reporting abuse (old page)',
    checkedOn,
  },
  'google-search': {
    maximumUrls: 1000,
    law: 'us-512',
    attachments: false,
    publishes: true,
    source: 'reportcontent.google.com: dmca_search form (limit from memory)',
    checkedOn,
  },
  'alibaba-cloud': {
    identity: true,
    attachments: true,
    publishes: false,
    source: 'alibabacloud.com: intellectual property complaints (2022)',
    checkedOn,
  },
  tencent: {
    identity: true,
    attachments: true,
    publishes: false,
    source: 'Tencent content complaint portal',
    checkedOn,
  },
  'huawei-cloud': {
    maximumText: 5000,
    attachments: true,
    publishes: false,
    source: 'support.huaweicloud.com: interface for reports (2026-04-02)',
    checkedOn: '2026-11-22',
  },
  hetzner: { attachments: true, publishes: false, source: 'abuse.hetzner.com', checkedOn },
  ovh: { attachments: false, publishes: false, source: 'ovhcloud.com: abuse form', checkedOn },
  civitai: { attachments: true, publishes: false, source: 'civitai.com: Ownership report', checkedOn },
  'hugging-face': {
    attachments: false,
    publishes: true,
    source: 'huggingface.co: content policy, notices published as discussions',
    checkedOn,
  },
  github: {
    law: 'us-512',
    attachments: false,
    publishes: true,
    source: 'docs.github.com: guide to submitting a DMCA notice',
    checkedOn,
  },
};
