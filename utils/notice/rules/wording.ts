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

/**
 * Words of an offer or a demand that section 41.25(3) of the Canadian Act keeps out of a notice, in English and
 * French. Applied to the free texts addressed to the recipient.
 */
const DEMANDS =
  /\bsettle(?:s|d|ment|ments)?\b|\bpay(?:s|ment|ments|able)?\b|\bcompensat\w*|\binvoices?\b|\bfees?\b|\bfines?\b(?! arts?\b)|\blump sum\b|\bcredit card\b|(?:\bCAD|\bUSD|[$€£¥])\s?\d|\bprovide (?:us )?(?:with )?(?:your|the (?:user|customer|subscriber)['’]?s?) (?:name|address|personal|identity|contact)\b|\bpersonal (?:information|data)\b|\brèglement (?:à l['’]amiable|amiable)\b|\bpaiements?\b|\bpayer\b|\bverser\b|\brenseignements personnels\b|\bdommages-intérêts\b/iu;

const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"'）】」]+/giu;

/** The words of a text that ask for money or personal data, or the first link that is not among `allowed`; else null. */
export function demandIn(text: string, allowed: readonly string[]): string | null {
  const known = new Set(allowed);
  const links: string[] = [];
  const rest = text.replaceAll(LINK, (link) => {
    const plain = link.replace(/[.,;:!?)]+$/, '');
    if (!known.has(link) && !known.has(plain)) links.push(plain);
    return ' ';
  });
  return DEMANDS.exec(rest)?.[0] ?? links[0] ?? null;
}
