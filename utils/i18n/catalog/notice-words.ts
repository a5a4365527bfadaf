import type { Item, TitleDocumentKind, Right, Work } from '../../case/dispute.ts';
import type { ExceptionId, Measure, ServiceClass } from '../../case/regime.ts';
import type { Message } from '../translate.ts';

/** Rights as notices name them; in Chinese and Japanese by the terms of their copyright acts. */
export const RIGHT_WORDS: Readonly<Record<Right, Message>> = {
  'network-dissemination': {
    en: 'right of communication through information networks',
    'zh-CN': '信息网络传播权',
    ja: '公衆送信権（情報ネットワークによる送信）',
  },
  reproduction: { en: 'right of reproduction', 'zh-CN': '复制权', ja: '複製権' },
  distribution: { en: 'right of distribution', 'zh-CN': '发行权', ja: '譲渡権' },
  adaptation: { en: 'right of adaptation', 'zh-CN': '改编权', ja: '翻案権' },
  translation: { en: 'right of translation', 'zh-CN': '翻译权', ja: '翻訳権' },
  'public-performance': { en: 'right of public performance', 'zh-CN': '表演权', ja: '上演権及び演奏権' },
  broadcasting: { en: 'right of broadcasting', 'zh-CN': '广播权', ja: '放送権' },
  'making-available': {
    en: 'right of making available to the public',
    'zh-CN': '向公众提供权',
    ja: '送信可能化権',
  },
  'communication-to-the-public': {
    en: 'right of communication to the public',
    'zh-CN': '向公众传播权',
    ja: '公衆送信権',
  },
  rental: { en: 'right of rental', 'zh-CN': '出租权', ja: '貸与権' },
  exhibition: { en: 'right of exhibition', 'zh-CN': '展览权', ja: '展示権' },
  attribution: { en: 'right of attribution', 'zh-CN': '署名权', ja: '氏名表示権' },
  integrity: { en: 'right of integrity', 'zh-CN': '保护作品完整权', ja: '同一性保持権' },
};

/** How an item uses the work. */
export const MODE_WORDS: Readonly<Record<Item['mode'], Message>> = {
  'full-copy': { en: 'copy of the whole work', 'zh-CN': '完整复制', ja: '全部の複製' },
  'partial-copy': { en: 'copy of a part of the work', 'zh-CN': '部分复制', ja: '一部の複製' },
  adaptation: { en: 'adaptation', 'zh-CN': '改编', ja: '翻案' },
  link: { en: 'link to a copy', 'zh-CN': '提供侵权内容的链接', ja: '複製物へのリンク' },
  stream: { en: 'stream', 'zh-CN': '流媒体播放', ja: 'ストリーミング配信' },
  'model-training-output': {
    en: 'output or model of a generative system',
    'zh-CN': '生成式人工智能模型或者生成内容',
    ja: '生成AIのモデル又は出力',
  },
  other: { en: 'other use', 'zh-CN': '其他使用方式', ja: 'その他の利用' },
};

/** Kinds of work. */
export const WORK_WORDS: Readonly<Record<Work['kind'], Message>> = {
  literary: { en: 'literary work', 'zh-CN': '文字作品', ja: '言語の著作物' },
  comic: { en: 'comic', 'zh-CN': '漫画（美术作品、文字作品）', ja: '漫画' },
  art: { en: 'work of art', 'zh-CN': '美术作品', ja: '美術の著作物' },
  photograph: { en: 'photograph', 'zh-CN': '摄影作品', ja: '写真の著作物' },
  music: { en: 'musical work', 'zh-CN': '音乐作品', ja: '音楽の著作物' },
  film: { en: 'film', 'zh-CN': '视听作品（电影作品）', ja: '映画の著作物' },
  series: { en: 'series', 'zh-CN': '视听作品（剧集）', ja: '映像作品（シリーズ）' },
  software: { en: 'computer program', 'zh-CN': '计算机软件', ja: 'プログラムの著作物' },
  game: { en: 'game', 'zh-CN': '游戏（计算机软件、视听作品）', ja: 'ゲーム' },
  character: { en: 'character', 'zh-CN': '角色形象（美术作品）', ja: 'キャラクター' },
  dataset: { en: 'database or data set', 'zh-CN': '数据库（汇编作品）', ja: 'データベースの著作物' },
  other: { en: 'other work', 'zh-CN': '其他作品', ja: 'その他の著作物' },
};

/** Kinds of title document. */
export const DOCUMENT_WORDS: Readonly<Record<TitleDocumentKind, Message>> = {
  'registration-certificate': { en: 'certificate of registration', 'zh-CN': '作品登记证书', ja: '登録証' },
  publication: { en: 'publication', 'zh-CN': '合法出版物', ja: '出版物' },
  manuscript: { en: 'manuscript', 'zh-CN': '创作底稿', ja: '原稿' },
  'original-file': { en: 'original file', 'zh-CN': '原始文件', ja: '原データ' },
  contract: { en: 'contract', 'zh-CN': '取得权利的合同', ja: '契約書' },
  assignment: { en: 'assignment', 'zh-CN': '权利转让文件', ja: '譲渡証書' },
  licence: { en: 'exclusive licence', 'zh-CN': '独占许可文件', ja: '独占的利用許諾書' },
  'power-of-attorney': { en: 'power of attorney', 'zh-CN': '授权委托书', ja: '委任状' },
  other: { en: 'other document', 'zh-CN': '其他证明文件', ja: 'その他の資料' },
};

/** What a recipient is asked to do, as a full sentence of the notice. */
export const MEASURE_WORDS: Readonly<Record<Measure, Message>> = {
  remove: {
    en: 'Remove the material at the addresses listed in this notice, or disable access to it.',
    'zh-CN': '删除本通知所列网络地址的侵权内容，或者断开对其的访问。',
    ja: '本通知に記載したURLの情報を削除し、又はその閲覧を不能とすること。',
  },
  'disable-access': {
    en: 'Disable access to the material at the addresses listed in this notice.',
    'zh-CN': '屏蔽本通知所列网络地址的侵权内容。',
    ja: '本通知に記載したURLの情報の送信を防止すること。',
  },
  delist: {
    en: 'Remove the references and links to the addresses listed in this notice from your results.',
    'zh-CN': '断开与本通知所列网络地址的链接，并停止在搜索结果中展示。',
    ja: '本通知に記載したURLへのリンク及び検索結果の表示を削除すること。',
  },
  'purge-cache': {
    en: 'Purge the copies of the material from your cache and stop caching them.',
    'zh-CN': '清除缓存中的侵权内容副本，并停止缓存。',
    ja: 'キャッシュに保存された複製物を消去し、以後キャッシュしないこと。',
  },
  forward: {
    en: 'Pass this notice on to your customer without delay, with the request to remove the material, and tell us that you did.',
    'zh-CN':
      '及时将本通知转送相关网络用户（客户），要求其删除侵权内容，并根据初步证据和服务类型采取必要措施，同时将处理情况告知通知人。',
    ja: '本通知を遅滞なく契約者に転送して削除を求め、その結果を通知者に連絡すること。',
  },
  'disclose-host': {
    en: 'Tell us which provider hosts the material behind your network, and how its abuse contact is reached.',
    'zh-CN': '告知侵权内容的实际主机服务商及其投诉联系方式。',
    ja: '貴社ネットワークの背後で当該情報を蔵置するホスティング事業者及びその連絡先を知らせること。',
  },
  'withdraw-model': {
    en: 'Withdraw the models and images listed in this notice one by one.',
    'zh-CN': '下架本通知逐一列明的模型和图片。',
    ja: '本通知に個別に列挙したモデル及び画像の公開を停止すること。',
  },
  'suspend-account': {
    en: 'Apply your repeat-infringer policy to the accounts named in this notice.',
    'zh-CN': '对本通知所列重复侵权账户采取限制或者终止服务的措施。',
    ja: '本通知に記載したアカウントに対し、反復侵害者に関する方針を適用すること。',
  },
  'suspend-server': {
    en: 'Stop the service to the server named in this notice, for the reasons given.',
    'zh-CN': '基于所述理由，停止为本通知所列服务器提供服务。',
    ja: '記載した理由により、本通知に記載したサーバへの役務提供を停止すること。',
  },
  'delete-everything': {
    en: 'Delete all material of the works named in this notice.',
    'zh-CN': '删除涉及本通知所列作品的全部内容。',
    ja: '本通知に記載した著作物に関するすべての情報を削除すること。',
  },
  cease: {
    en: 'Stop the use complained of, and do not take it up again.',
    'zh-CN': '立即停止上述使用行为，并不再实施。',
    ja: '当該利用を直ちに停止し、再び行わないこと。',
  },
  'keep-evidence': {
    en: 'Keep the records that show who put the material there.',
    'zh-CN': '保存能够显示内容上传者的相关记录。',
    ja: '当該情報の発信者に関する記録を保存すること。',
  },
};

/** Questions asked before signing: may the use be allowed because of …? */
export const EXCEPTION_WORDS: Readonly<Record<ExceptionId, Message>> = {
  'fair-use': { en: 'fair use', 'zh-CN': '合理使用（美国法）', ja: 'フェアユース' },
  'cn-art-24': {
    en: 'a use allowed by Article 24 of the Chinese Copyright Law',
    'zh-CN': '《著作权法》第二十四条规定的合理使用',
    ja: '中国著作権法第24条の自由利用',
  },
  licence: {
    en: 'a licence given by the holder or somebody entitled',
    'zh-CN': '权利人或者有权主体的许可',
    ja: '権利者等による許諾',
  },
  'own-upload': {
    en: 'an upload by the holder or for the holder',
    'zh-CN': '权利人自行或者授权他人上传',
    ja: '権利者自身又はその委託によるアップロード',
  },
  'public-domain': { en: 'public domain', 'zh-CN': '已进入公有领域', ja: '保護期間の満了等' },
  'quotation-parody': {
    en: 'quotation, criticism, parody or another exception',
    'zh-CN': '引用、评论、戏仿等例外情形',
    ja: '引用、批評、パロディその他の制限規定',
  },
};

/** What a provider does for the material. */
export const CLASS_WORDS: Readonly<Record<ServiceClass, Message>> = {
  hosting: { en: 'hosting', 'zh-CN': '信息存储空间', ja: 'ホスティング' },
  search_link: { en: 'search or links', 'zh-CN': '搜索、链接', ja: '検索・リンク' },
  cache_cdn: { en: 'content delivery network', 'zh-CN': '内容分发网络（自动缓存）', ja: 'CDN（キャッシュ）' },
  conduit: { en: 'network access', 'zh-CN': '自动接入、传输', ja: '通信の媒介' },
  iaas: {
    en: 'server rental (infrastructure)',
    'zh-CN': '服务器租赁（云基础设施）',
    ja: 'サーバ基盤（IaaS）',
  },
  dns_registrar: { en: 'domain names', 'zh-CN': '域名注册、解析', ja: 'ドメイン登録・DNS' },
  ecommerce: { en: 'online marketplace', 'zh-CN': '电子商务平台', ja: '電子商取引プラットフォーム' },
  ai_model: { en: 'AI model platform', 'zh-CN': '人工智能模型平台', ja: 'AIモデル共有プラットフォーム' },
  site_operator: {
    en: 'site operator or uploader',
    'zh-CN': '网站经营者或者上传者',
    ja: 'サイト運営者・投稿者',
  },
};
