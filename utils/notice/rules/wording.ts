/** Words with which a text says no more than that something infringes. Longest first, so that parts do not remain. */
const EMPTY_WORDS: readonly string[] = [
  '侵犯了我司著作权|侵犯我司权益|未经授权|未经许可|涉嫌侵权|侵权内容|著作权|知识产权|版权|侵犯|侵权|涉嫌',
  '我司|我方|游戏|作品|权利|权益|内容|网站|使用|存在|行为|合法|该|了|的|等|人',
  '著作権侵害|著作権|侵害|無断|違法|コンテンツ|サイト|当社|弊社|しています|です|は|を|の|が',
  'intellectual property|without permission|copyrighted|copyright|infringement|infringing|infringes|infringe',
  'unauthorised|unauthorized|illegally|illegal|suspected|allegedly|pirated|piracy|content|website|material',
  'rights|right|works|work|server|site|page|game|this|that|your|there|copies|copy|our|the|and|its|is|it|of',
  'on|in|to|an|a|by|from|are|has|for',
].flatMap((words) => words.split('|'));

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** The same as two expressions, longest words first: scripts without spaces match anywhere, others whole words. */
const EMPTY: readonly RegExp[] = [
  new RegExp(EMPTY_WORDS.filter((word) => CJK.test(word)).join('|'), 'gu'),
  new RegExp(`\\b(?:${EMPTY_WORDS.filter((word) => !CJK.test(word)).join('|')})\\b`, 'gu'),
];

/**
 * Whether a description, without the work's title and without words that only say 'it infringes', has
 * nothing left that would tell one act from another. Errs on the side of accepting: a reader decides in the end.
 */
export function saysTooLittle(description: string, title: string): boolean {
  let rest = description.slice(0, 2000).toLowerCase();
  if (title.trim() !== '') rest = rest.replaceAll(title.trim().toLowerCase(), ' ');
  for (const words of EMPTY) rest = rest.replaceAll(words, ' ');
  const kept = [...rest.replaceAll(/[\s\p{P}\p{S}]/gu, '')];
  return kept.length < (kept.some((character) => CJK.test(character)) ? 4 : 6);
}

const AMOUNT = String.raw`(?:(?:CAD|USD|EUR|[$€£¥])\s?\d|\d[\d ,.]*\s?(?:CAD|USD|EUR|dollars?|[$€£¥]))`;

/**
 * Offers and demands that section 41.25(3) of the Canadian Act keeps out of a notice, in English and French: words
 * that ask somebody for something.
 */
const DEMANDS = new RegExp(
  [
    String.raw`\bsettlement (?:offer|proposal|amount|agreement)s?\b|\b(?:offer|propos)\w*[^.\n]{0,30}\bsettle\w*`,
    String.raw`\b(?:to|can|may|must|will|shall|should|please) settle\b`,
    String.raw`\bpay(?:ment|ments)?\b[^.\n]{0,30}${AMOUNT}|\b(?:must|shall|please|to|should) pay\b[^.\n]{0,20}\b(?:us|me|damages|compensation)\b`,
    String.raw`\b(?:demand|claim|require|request|ask|seek|owe)\w*\b[^.\n]{0,30}\b(?:payments?|compensation|damages|money|a fee)\b`,
    String.raw`\b(?:provide|send|give|disclose)\b (?:us |me )?(?:with )?(?:your|the (?:user|customer|subscriber|account holder)['’]?s?|their|his|her) (?:name|address|personal|identity|contact)\b`,
    String.raw`\brèglement (?:à l['’]amiable|amiable)\b|\b(?:payer|verser)\b[^.\n]{0,30}${AMOUNT}|\bpaiement\b[^.\n]{0,30}${AMOUNT}`,
  ].join('|'),
  'iu',
);

/** Words that occur in such offers and in innocent sentences too: to be looked at. */
const HINTS =
  /\bsettle(?:s|d|ment|ments)?\b|\bpay(?:s|ment|ments|able)?\b|\bcompensat\w*|\binvoices?\b|\bfees?\b|\bfines\b|\bfined\b|\bfine (?:of|for)\b|\blump sum\b|\bcredit cards?\b|(?:\bCAD|\bUSD|[$€£¥])\s?\d|\bpersonal (?:information|data)\b|\bpaiements?\b|\bpayer\b|\bverser\b|\brenseignements personnels\b|\bdommages-intérêts\b/iu;

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'）】」]+/giu;

/** What a text holds that may be an offer or a demand. */
export interface Demand {
  readonly words: string;
  /** It asks for something, and does not only speak of money. */
  readonly isDemand: boolean;
  /** It is a link that is neither the material's nor the works' own. */
  readonly isLink: boolean;
}

/** The words of a text that ask for money or personal data, or speak of them; else the first link not among `allowed`. */
export function demandIn(text: string, allowed: readonly string[]): Demand | null {
  const known = new Set(allowed);
  const links: string[] = [];
  const rest = text.replaceAll(LINK, (link) => {
    const plain = link.replace(/[.,;:!?)]+$/, '');
    if (!known.has(link) && !known.has(plain)) links.push(plain);
    return ' ';
  });
  const demand = DEMANDS.exec(rest)?.[0];
  const [link] = links;
  const words = demand ?? link ?? HINTS.exec(rest)?.[0];
  if (words === undefined) return null;
  return { words, isDemand: demand !== undefined, isLink: demand === undefined && link !== undefined };
}
