import { postalAddress } from '../document/parts.ts';
import { MEASURE_WORDS } from '../../i18n/catalog/notice-words.ts';
import { renderText } from '../renderings/text.ts';
import { FORM_LIMITS } from './limits.ts';
import { explanation, field, personOf, shownCaptures, statementsText } from './model.ts';
import type { FormBuilder } from './model.ts';
import { worksLine, worksLineWithin } from './works.ts';

const cloudflareLimits = FORM_LIMITS.cloudflare;
const maximumWork = cloudflareLimits.maximumWork ?? Infinity;

/** Cloudflare's form, copyright category. The signature must equal the name. */
export const cloudflare: FormBuilder = (content, addresses) => {
  const { notifier, holder } = content;
  const name = personOf(notifier);
  return [
    field('name', 'Your full name', name),
    field('email', 'Your email address', notifier?.email),
    field('email2', 'Confirm email address', notifier?.email),
    field('company', 'Company name', notifier?.kind === 'organisation' ? notifier.legalName : '', {
      optional: true,
    }),
    field('tele', 'Telephone number', notifier?.phone, { optional: true }),
    field('address1', 'Address', notifier?.address),
    field('city', 'City', notifier?.city),
    field('state', 'State or province', notifier?.state),
    field('country', 'Country', notifier?.country),
    field('agent_name', 'Copyright holder’s name', holder?.legalName, holderLimit()),
    field('urls', 'Evidence URLs, one per line, one host name', addresses.join('\n')),
    field('original_work', 'Original work', worksLineWithin(content, maximumWork), { maximum: maximumWork }),
    field('comments', 'Comments', explanation(content), textLimit()),
    field('agree', 'DMCA agreement', statementsText(content), {
      note: 'Read the form’s own statement and tick it yourself.',
    }),
    field('signature', 'Signature', name, { note: 'Exactly as the name above.' }),
    field('host_notification', 'Forward my report to the website hosting provider', ...forwarding(content)),
    field('owner_notification', 'Forward my report to the website owner', ...forwarding(content)),
  ];
};

/** Whether name and mail address go to the other side is for the user to choose; a person’s do not by themselves. */
function forwarding({ notifier, holder }: Content): [string, { optional: true; note: string }] {
  const isPrivate = [notifier, holder].some((party) => party?.kind === 'person');
  const note =
    'Your choice: “send” passes on your name and contact, “send-anon” leaves them out, “none” does not forward.';
  return [isPrivate ? 'send-anon' : '', { optional: true, note }];
}

function holderLimit() {
  return cloudflareLimits.maximumHolder === undefined ? {} : { maximum: cloudflareLimits.maximumHolder };
}
function textLimit() {
  return cloudflareLimits.maximumText === undefined
    ? { optional: true as const }
    : { maximum: cloudflareLimits.maximumText, optional: true as const };
}

/** AWS reads plain text and opens no attachments, so the message is the notice. */
export const aws: FormBuilder = (content, addresses) => [
  field('urls', 'Abusive URLs', addresses.join('\n')),
  field(
    'ip',
    'Source IP address',
    [...new Set(shownCaptures(content).map((one) => one.ip ?? ''))].filter(Boolean).join('\n'),
    {
      optional: true,
    },
  ),
  field(
    'contact',
    'Contact',
    [personOf(content.notifier), content.notifier?.email].filter(Boolean).join(', '),
  ),
  field('message', 'Abuse description', renderText(content, 'recipient')),
];

/** Google Search removes results only; what it receives is published without personal data. */
export const googleSearch: FormBuilder = (content, addresses) => [
  field('full_name', 'First and last name', personOf(content.notifier)),
  field(
    'company',
    'Company name',
    content.notifier?.kind === 'organisation' ? content.notifier.legalName : '',
    {
      optional: true,
    },
  ),
  field('holder', 'Copyright holder you represent', content.holder?.legalName),
  field('email', 'Contact email address', content.notifier?.email),
  field('country', 'Country/region', content.notifier?.country),
  field('work', 'Identify and describe the copyrighted work', worksLine(content)),
  field(
    'example',
    'Where can we see an authorized example of the work?',
    content.works.flatMap((work) => work.authorisedUrls).join('\n'),
  ),
  field('urls', 'Location of infringing material, one URL per line', addresses.join('\n')),
  field('statements', 'Sworn statements', statementsText(content), {
    note: 'Read each and tick it yourself.',
  }),
  field('signature', 'Signature', personOf(content.notifier)),
];

/** Hetzner passes the report on to the customer, who gets a deadline and a form to answer. */
export const hetzner: FormBuilder = (content, addresses) => [
  field('name', 'Name', personOf(content.notifier)),
  field('email', 'E-mail', content.notifier?.email),
  field('urls', 'URLs', addresses.join('\n')),
  field('ip', 'IP address', shownCaptures(content)[0]?.ip, { optional: true }),
  field('description', 'Description', renderText(content, 'forward-safe'), {
    note: 'Goes to the customer: this is the forward-safe text.',
  }),
];

/** OVHcloud hands the explanation to its customer: no personal data in it; identity has fields of its own. */
export const ovh: FormBuilder = (content, addresses) => [
  field('urls', 'URL or IP address', addresses.join('\n')),
  field('legal_basis', 'Legal provision', content.regime.law, {
    note: 'The form asks for the article relied on.',
  }),
  field('explanation', 'Substantiated explanation', explanation(content), {
    note: 'Passed on to the customer: holds no personal data.',
  }),
  field('name', 'Name', content.notifier?.legalName),
  field('email', 'E-mail', content.notifier?.email),
  field('address', 'Postal address', content.notifier ? postalAddress(content.notifier) : ''),
  field('phone', 'Telephone', content.notifier?.phone, { optional: true }),
];

/** Civitai's ownership report holds no statutory statements: a notice must go along by its own way. */
export const civitai: FormBuilder = (content, addresses) => [
  field('name', 'Name', personOf(content.notifier)),
  field('email', 'Email', content.notifier?.email),
  field('phone', 'Phone', content.notifier?.phone, { optional: true }),
  field('images', 'Images', addresses.join('\n')),
  field('comment', 'Comment', [explanation(content), statementsText(content)].join('\n'), {
    note: 'The report takes no statutory statements. Send the notice itself as well.',
  }),
  field('establishInterest', 'I want to establish interest', '', { optional: true }),
];

/** Hugging Face publishes notices as discussions of the repository: only the forward-safe text goes there. */
export const huggingFace: FormBuilder = (content, addresses) => [
  field('urls', 'Repositories', addresses.join('\n')),
  field('email', 'Contact', content.notifier?.email),
  field('message', 'Notice', renderText(content, 'forward-safe'), { note: 'Will be public.' }),
];

/** GitHub's guide: each question answered in plain text, forks one by one. */
export const github: FormBuilder = (content, addresses) => [
  field(
    'owner',
    'Are you the copyright holder or authorized to act on the holder’s behalf?',
    authorityLine(content),
  ),
  field('work', 'Description of the copyrighted work', worksLine(content)),
  field('urls', 'URLs of the infringing files or repositories, forks one by one', addresses.join('\n')),
  field('explanation', 'What is infringing and why', explanation(content)),
  field(
    'remedy',
    'What would be the best solution?',
    content.measures.map((one) => MEASURE_WORDS[one].en).join('\n'),
  ),
  field('uploader', 'Contact of the alleged infringer, if you know it', accounts(content), {
    optional: true,
  }),
  field('statements', 'Statements', statementsText(content)),
  field('fair_use', 'I have taken fair use into consideration', fairUse(content)),
  field('contact', 'Your email, name, telephone number and physical address', contactLine(content)),
  field('signature', 'Full legal name as signature', personOf(content.notifier)),
];

type Content = Parameters<FormBuilder>[0];

function authorityLine({ notifier, holder }: Content): string {
  if (notifier?.authority === 'agent') return `authorized to act on behalf of ${holder?.legalName ?? ''}`;
  return `yes: ${notifier?.authority === 'exclusive' ? 'exclusive licensee' : 'copyright holder'}`;
}

function accounts({ items }: Content): string {
  return [...new Set(items.flatMap((item) => (item.account ? [item.account] : [])))].join(', ');
}

function fairUse({ exceptions }: Content): string {
  const answer = exceptions.find((one) => one.id === 'fair-use');
  return answer?.answer === 'does-not-apply'
    ? `Considered on ${answer.at.slice(0, 10)}; it does not apply.`
    : '';
}

function contactLine({ notifier }: Content): string {
  if (!notifier) return '';
  return [notifier.email, personOf(notifier), notifier.phone, postalAddress(notifier)]
    .filter(Boolean)
    .join('\n');
}
