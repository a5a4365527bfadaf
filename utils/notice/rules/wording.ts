/** Words with which a text says no more than that something infringes, whom it hurts, and that something be done. */
const EMPTY_WORDS: readonly string[] = [
  '侵犯了我司著作权|侵犯我司权益|未经授权|未经许可|涉嫌侵权|侵权内容|著作权|知识产权|版权|侵犯|侵权|涉嫌',
  '严重损害|立即处理|立即删除|尽快处理|停止侵权|合法权益|软件产品|私自架设|抄袭|剽窃|盗用|盗版|侵害|损害|严重',
  '架设|私自|擅自|私服|服务器|程序|软件|产品|公司|贵司|客户|用户|有人|他人|利益|立即|处理|删除|请|被|上|在|对|我们|我',
  '我司|我方|游戏|作品|权利|权益|内容|网站|使用|存在|行为|合法|该|了|的|等|人',
  '著作権侵害|著作権|侵害|無断|違法|コンテンツ|サイト|当社|弊社|しています|です|は|を|の|が',
  'intellectual property|without permission|copyrighted|copyright|infringement|infringing|infringes|infringe',
  'unauthorised|unauthorized|illegally|illegal|suspected|allegedly|pirated|piracy|content|website|material',
  'these people|somebody|someone|stealing|stolen|steals|steal|thieves|theft|pirates|damages|damage|harms|harm',
  'immediately|please|remove|delete|take|down|action|being|been|they|them|these|those|people|user|customer|company',
  'comic|film|book|song|software|program|product|us|we|my|you|was|were|be|with|at|who|all of',
  'rights|right|works|work|server|site|page|game|this|that|your|there|copies|copy|our|the|and|its|is|it|of',
  'on|in|to|an|a|by|from|are|has|for',
]
  .flatMap((words) => words.split('|'))
  // Longest first, so that parts do not remain.
  .toSorted((a, b) => b.length - a.length);

const CJK = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** The same as two expressions, longest words first: scripts without spaces match anywhere, others whole words. */
const EMPTY: readonly RegExp[] = [
  new RegExp(EMPTY_WORDS.filter((word) => CJK.test(word)).join('|'), 'gu'),
  new RegExp(`\\b(?:${EMPTY_WORDS.filter((word) => !CJK.test(word)).join('|')})\\b`, 'gu'),
];

const FILES =
  'png|jpe?g|webp|gif|mp4|mkv|mp3|flac|zip|rar|7z|apk|exe|dmg|iso|pdf|epub|mobi|cbz|cbr|safetensors|gguf';

/** A numbered part, a file, an address or a quoted name. */
const LOCATED = new RegExp(
  [
    String.raw`https?://|magnet:|[\w-]\.(?:${FILES})\b`,
    String.raw`\b(?:chapter|episode|volume|page|track|season|scene|panel|version|no\.?|v)s? ?\d`,
    String.raw`\d+ ?(?:页|頁|章|话|話|集|卷|巻|回|张|枚|首|曲|版|chapters?|episodes?|volumes?|pages?|images?|photos?)`,
    '第[一二三四五六七八九十百千零两\\d]+[页頁章话話集卷巻回季部]',
    '[“"「『《][^”"」』》]{2,}[”"」』》]',
  ].join('|'),
  'iu',
);

/** Words that say what of the work is there, and how it is shown. */
const TOLD = new RegExp(
  [
    String.raw`\d|\b(?:chapter|episode|season|volume|track|album|scene|panel|version|edition|installer|archive|torrent)s?\b`,
    String.raw`\b(?:file|image|photo|photograph|picture|illustration|drawing|cover|thumbnail|banner|logo|poster)s?\b`,
    String.raw`\b(?:video|clip|trailer|subtitle|translation|paragraph|lyric|screenshot|character|model|prompt|asset)s?\b`,
    String.raw`\b(?:download\w*|stream\w*|scan\w*|read(?:er|able)|source code|weights|audio|full|whole|entire|complete\w*)\b`,
    String.raw`\b(?:every|identical|same|verbatim|word for word|crop\w*|watermark\w*|embed\w*|print(?:s|ed)|font|texts?)\b`,
    '安装包|客户端|服务端|源码|代码|文件|下载|版本|截图|图片|照片|插画|插图|封面|海报|视频|片段|音频|音乐|歌词|字幕|译文',
    '正文|全文|原文|章节|全部|全集|完整|整部|整本|逐字|相同|一致|雷同|播放|素材|角色|形象|模型|提示词|补丁|界面|水印|图标|首页',
    '画像|写真|イラスト|表紙|動画|配信|音声|歌詞|翻訳|本文|全編|全話|全巻|丸ごと|すべて|ファイル|ダウンロード|インストーラ',
    'クライアント|バージョン|モデル|キャラクター|スキャン|コマ|場面|同一|同じ|そのまま|透かし|切り抜|フォント|閲覧|再生',
  ].join('|'),
  'iu',
);

/**
 * Whether a description only accuses: nothing in it tells, beside the work's title, what of the work is where or how
 * it is shown. Looks for signs of that, in the three languages of notices; a reader decides.
 */
export function onlyAccuses(description: string, title: string): boolean {
  const rest = withoutTitle(description.slice(0, 2000), title);
  return (
    /[\p{sc=Latin}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(rest) &&
    !LOCATED.test(rest) &&
    !TOLD.test(rest)
  );
}

function withoutTitle(text: string, title: string): string {
  const named = title.trim().toLowerCase();
  const lower = text.toLowerCase();
  return named === '' ? lower : lower.replaceAll(named, ' ');
}

/**
 * Whether a description, without the work's title and without words that only say 'it infringes', has
 * nothing left that would tell one act from another. Errs on the side of accepting: a reader decides in the end.
 */
export function saysTooLittle(description: string, title: string): boolean {
  let rest = withoutTitle(description.slice(0, 2000), title);
  // 'The film, whole' is short, and says what is there.
  if (LOCATED.test(rest) || TOLD.test(rest)) return false;
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
