import { postalAddress } from '../document/parts.ts';
import { PHRASES } from '../document/phrases.ts';
import { renderText } from '../renderings/text.ts';
import { rightWords } from '../rights.ts';
import { FORM_LIMITS } from './limits.ts';
import { explanation, field, personOf, statementsText } from './model.ts';
import type { FormBuilder } from './model.ts';
import { worksLine } from './works.ts';

type Content = Parameters<FormBuilder>[0];

function titleDocuments({ works }: Content): string {
  return works
    .flatMap((work) => work.titleDocuments.map((one) => `《${work.title}》 ${one.name} ${one.digest}`))
    .join('\n');
}

function powers({ notifier }: Content): string {
  const power = notifier?.powerOfAttorney;
  return power ? `${power.name} ${power.digest}` : '';
}

/** Alibaba Cloud: the online form or a mail with complete documents; never a support ticket. */
export const alibabaCloud: FormBuilder = (content, addresses) => [
  field('holder', '权利人 / Right holder', content.holder?.legalName),
  field('identity', '身份证明 / Identity', content.holder?.identityReference, { note: '另附证件复印件' }),
  field('complainant', '投诉人 / Complainant', content.notifier?.legalName),
  field('power', '授权委托书 / Power of attorney', powers(content), { optional: true }),
  field('phone', '联系电话 / Phone', content.notifier?.phone),
  field('email', '电子邮箱 / E-mail', content.notifier?.email),
  field('right', '被侵害的权利 / Right', rights(content)),
  field('work', '权利作品 / Work', worksLine(content)),
  field('title', '权属证明 / Title documents', titleDocuments(content), { note: '请上传文件' }),
  field('urls', '侵权链接 / Infringing URLs', addresses.join('\n')),
  field('reason', '投诉理由 / Explanation', explanation(content)),
  field('statements', '声明 / Statements', statementsText(content)),
];

/** Tencent: verified identity, power of attorney, exact links, proof of ownership, warranty of truth. */
export const tencent: FormBuilder = (content, addresses) => [
  field(
    'identity',
    '实名主体',
    [content.holder?.legalName, content.holder?.identityReference].filter(Boolean).join('，'),
  ),
  field('power', '授权委托书', powers(content), { optional: true, note: '代理人投诉时必填' }),
  field('contact', '联系方式', contacts(content)),
  field('urls', '侵权链接', addresses.join('\n'), { note: '须为准确链接' }),
  field('title', '权属证明', titleDocuments(content)),
  field('reason', '侵权说明', explanation(content)),
  field('statements', '真实性保证', statementsText(content), { note: '请亲自阅读并勾选' }),
];

/** Longest values of Huawei Cloud's fields, by its own interface description. */
const TITLE = 2048;
const RIGHT_SAID = 5000;
const NAME = 512;
const ACCUSED = 255;

/**
 * Huawei Cloud, as its interface for reports names the fields (support.huaweicloud.com: 创建举报反馈, April 2026): type
 * `infringement`, a title of product and address, up to 5,000 characters, one to three files, what right it is, contacts.
 */
export const huaweiCloud: FormBuilder = (content, addresses) => {
  const maximum = FORM_LIMITS['huawei-cloud'].maximumText;
  const text = renderText(content, 'recipient');
  const short = [parties(content), explanation(content), addresses.join('\n'), statementsText(content)].join(
    '\n',
  );
  const fits = maximum === undefined || text.length <= maximum;
  return [
    field('type', '举报类型', 'infringement'),
    field('title', '举报的产品或服务；相关网址', `${content.provider.name};${addresses[0] ?? ''}`, {
      maximum: TITLE,
    }),
    field('content', '侵权详情说明', fits ? text : short, maximum === undefined ? {} : { maximum }),
    field('files', '证明附件（1–3个）', titleDocuments(content), { note: '请上传权属证明' }),
    field('ip_type', '知识产权类型', 'copyright'),
    field('ip_content', '知识产权说明', worksLine(content), { maximum: RIGHT_SAID }),
    field('contact_name', '联系人姓名', personOf(content.notifier), { maximum: NAME }),
    field('phone', '手机号', content.notifier?.phone),
    field('email', '电子邮箱', content.notifier?.email, { optional: true }),
    field('complaint_name', '被投诉方名称', content.items.find(({ account }) => account)?.account, {
      maximum: ACCUSED,
      optional: true,
    }),
  ];
};

/** Who holds the right, and who writes where that is somebody else: what a shortened text must not lose. */
function parties({ holder, notifier, language }: Content): string {
  const { heading } = PHRASES[language];
  const colon = language === 'en' ? ': ' : '：';
  const rows = [
    [heading.holder, holder?.legalName],
    [heading.notifier, notifier?.id === holder?.id ? undefined : notifier?.legalName],
  ];
  return rows.flatMap(([label, name]) => (name ? [`${label}${colon}${name}`] : [])).join('\n');
}

function rights({ items, language, regime }: Content): string {
  return [...new Set(items.flatMap(({ right }) => rightWords(regime, right, language) ?? []))].join('、');
}

function contacts({ notifier }: Content): string {
  if (!notifier) return '';
  return [personOf(notifier), notifier.phone, notifier.email, postalAddress(notifier)]
    .filter(Boolean)
    .join('，');
}
