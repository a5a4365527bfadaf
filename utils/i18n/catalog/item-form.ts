import type { ObservationKind } from '../../case/dispute.ts';
import { defineCatalog, type Message } from '../translate.ts';

/** The form of an item. */
export const ITEM_FORM = defineCatalog({
  'item.new': { en: 'Add an item', 'zh-CN': '添加侵权内容', ja: '侵害対象を追加' },
  'item.edit': { en: 'Item', 'zh-CN': '涉嫌侵权内容', ja: '侵害対象' },
  'item.empty': {
    en: 'No items yet. An item is one infringing thing on a page: a chapter, a film, a model. Open a capture and choose “Add an item from this page”, or enter one here.',
    'zh-CN':
      '尚无涉嫌侵权内容。每一项对应页面上的一处侵权：一话漫画、一部影片、一个模型。可打开取证记录并选择“从此页面添加”，或在此填写。',
    ja: '侵害対象はまだありません。1 項目は 1 つの侵害（1 話、1 作品、1 モデルなど）です。取得結果を開いて「このページから追加」を選ぶか、ここで入力してください。',
  },
  'item.mark-alt': {
    en: 'The marked place, cut out of the captured page',
    'zh-CN': '标记处的截图（截取自取证页面）',
    ja: '指定した箇所（取得したページから切り出した画像）',
  },
  'item.mark-missing': {
    en: 'There is no picture of the marked place: no picture of the whole page shows it. Its addresses below are kept.',
    'zh-CN': '没有标记处的图片：整页截图中未包含该位置。下方的网址已保留。',
    ja: '指定した箇所の画像はありません（ページ全体の画像に含まれていません）。下の URL は保存されています。',
  },
  'item.mark-place': {
    en: 'Marked on the page: {width} × {height} px, {x} px from the left and {y} px from the top.',
    'zh-CN': '页面标记位置：{width} × {height} 像素，距左 {x} 像素，距顶 {y} 像素。',
    ja: 'ページ上の指定箇所：{width} × {height} px（左から {x} px、上から {y} px）。',
  },
  'item.from-capture': {
    en: 'Add an item from this page',
    'zh-CN': '从此页面添加侵权内容',
    ja: 'このページから侵害対象を追加',
  },
  'item.description': { en: 'What infringes', 'zh-CN': '侵权内容描述', ja: '侵害の内容' },
  'item.description-help': {
    en: 'In a sentence someone finds it by: “Chapter 41, pages 1 to 43, complete scan of the printed edition”.',
    'zh-CN': '用一句能让人定位的话描述，例如：“第41话第1至43页，纸质版完整扫描”。',
    ja: '見つけられるように一文で。例：「第 41 話 1〜43 ページ、紙版の完全なスキャン」。',
  },
  'item.work': { en: 'Work', 'zh-CN': '被侵权作品', ja: '著作物' },
  'item.work-none': { en: 'not chosen yet', 'zh-CN': '尚未选择', ja: '未選択' },
  'item.right': { en: 'Right infringed', 'zh-CN': '被侵犯的权利', ja: '侵害された権利' },
  'item.mode': { en: 'How', 'zh-CN': '侵权方式', ja: '侵害の態様' },
  'item.page': { en: 'Address of the page', 'zh-CN': '页面网址', ja: 'ページの URL' },
  'item.urls': {
    en: 'Exact addresses of the content',
    'zh-CN': '侵权内容的具体网址',
    ja: '侵害コンテンツの URL',
  },
  'item.urls-help': {
    en: 'One per line: the images, the video, the model file. A host cannot act on a home page alone.',
    'zh-CN': '每行一个：图片、视频、模型文件等。仅有首页网址，服务商无法定位处理。',
    ja: '1 行に 1 つ。画像、動画、モデルファイルなど。トップページだけでは事業者は対応できません。',
  },
  'item.pick': {
    en: 'Found on the captured page',
    'zh-CN': '取证页面中的网址',
    ja: '取得したページにあるもの',
  },
  'item.pick-help': {
    en: 'Tick what belongs to this item; it is added above.',
    'zh-CN': '勾选属于此项的网址，将添加到上方。',
    ja: '該当するものを選ぶと上に追加されます。',
  },
  'item.pick-all': { en: 'Add all {count}', 'zh-CN': '添加全部 {count} 个', ja: '{count} 件すべて追加' },
  'item.account': { en: 'Account of the uploader', 'zh-CN': '上传者账号', ja: '投稿者のアカウント' },
  'item.account-help': {
    en: 'As shown on the page. Repeated uploads by one account weigh more.',
    'zh-CN': '以页面显示为准。同一账号重复侵权更具证明力。',
    ja: '表示どおりに。同一アカウントの繰り返しは重く評価されます。',
  },
  'item.captures': { en: 'Captures that show it', 'zh-CN': '相关取证', ja: '示している取得' },
  'item.captures-help': {
    en: 'A notice needs at least one capture of this very item.',
    'zh-CN': '通知要求每项至少有一次对应的取证。',
    ja: '通知には、その対象自体の取得が少なくとも 1 件必要です。',
  },
  'item.captures-none': {
    en: 'No captures in this case yet.',
    'zh-CN': '本案件尚无取证。',
    ja: 'この案件には取得がありません。',
  },
  'item.observations': { en: 'How the site presents it', 'zh-CN': '网站呈现情况', ja: 'サイトでの扱われ方' },
  'item.observations-help': {
    en: 'Facts that show the provider ought to have known. Only what the captures show.',
    'zh-CN': '可证明服务提供者应知的事实。仅填写取证内容所显示的情况。',
    ja: '事業者が知り得たことを示す事実。取得内容に写っていることだけを書いてください。',
  },
  'item.observation-text': { en: 'What is seen', 'zh-CN': '具体情况', ja: '見られる事実' },
  'item.observation-kind': { en: 'Kind of fact', 'zh-CN': '事实类型', ja: '事実の種類' },
  'item.observation-add': { en: 'Add a fact', 'zh-CN': '添加事实', ja: '事実を追加' },
});

/** Kinds of observation. */
export const OBSERVATIONS = defineCatalog({
  'observation.front-page': { en: 'On the front page', 'zh-CN': '首页展示', ja: 'トップページに掲載' },
  'observation.recommendation': { en: 'Recommended', 'zh-CN': '推荐位', ja: 'おすすめに表示' },
  'observation.chart': { en: 'In a chart or ranking', 'zh-CN': '榜单或排行', ja: 'ランキングに掲載' },
  'observation.advertising': { en: 'Advertising beside it', 'zh-CN': '投放广告', ja: '広告の併載' },
  'observation.membership': { en: 'Behind a membership', 'zh-CN': '会员付费', ja: '会員限定' },
  'observation.points-or-incentives': {
    en: 'Points or rewards',
    'zh-CN': '积分或激励',
    ja: 'ポイントや報奨',
  },
  'observation.category-placement': {
    en: 'Placed in a category',
    'zh-CN': '栏目分类展示',
    ja: 'カテゴリーへの分類',
  },
  'observation.editing-or-selecting': {
    en: 'Edited or selected by the site',
    'zh-CN': '网站编辑或选择',
    ja: 'サイトによる編集・選択',
  },
  'observation.same-account-repeat': {
    en: 'Same account again',
    'zh-CN': '同一账号重复侵权',
    ja: '同一アカウントの繰り返し',
  },
  'observation.access-count': { en: 'Count of views', 'zh-CN': '访问量', ja: '閲覧数' },
  'observation.no-review-terms': {
    en: 'Terms say uploads are not reviewed',
    'zh-CN': '声明不作审核',
    ja: '審査しない旨の規約',
  },
  'observation.complaint-channel-absent': {
    en: 'No way to complain',
    'zh-CN': '无投诉渠道',
    ja: '申告窓口がない',
  },
  'observation.ai-model': { en: 'Facts of an AI model', 'zh-CN': '人工智能模型信息', ja: 'AI モデルの情報' },
} satisfies Record<`observation.${ObservationKind}`, Message>);
