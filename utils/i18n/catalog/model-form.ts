import type { ModelField } from '../../case/model-fields.ts';
import { defineCatalog, type Message } from '../translate.ts';

/** Facts of an AI model, in the form of an item. */
export const MODEL_FORM = defineCatalog({
  'model.fill': {
    en: 'Fill in the facts of an AI model',
    'zh-CN': '填入人工智能模型信息',
    ja: 'AI モデルの情報を取り込む',
  },
  'model.fill-help': {
    en: 'Reads them from the captured page. You see and correct them before they are kept.',
    'zh-CN': '从取证页面读取，保存前可核对修改。',
    ja: '取得したページから読み取ります。保存前に確認・修正できます。',
  },
  'model.no-capture': {
    en: 'Choose a capture above to read them from its page; otherwise you fill them in by hand.',
    'zh-CN': '在上方选择取证即可从页面读取，否则请手动填写。',
    ja: '上で取得を選ぶとページから読み取ります。選ばない場合は手で入力します。',
  },
  'model.heading': { en: 'AI model', 'zh-CN': '人工智能模型', ja: 'AI モデル' },
  'model.check': {
    en: 'As the page states it. Compare it with the picture of the capture and correct what is wrong.',
    'zh-CN': '以下为页面所述，请与取证截图核对并更正。',
    ja: 'ページの記載どおりです。取得した画像と照らし合わせ、誤りを直してください。',
  },
  'model.nothing': {
    en: 'The page states nothing that could be read. Fill in what the pictures of the capture show.',
    'zh-CN': '未能从页面读取信息，请根据取证截图填写。',
    ja: 'ページから読み取れる情報がありません。取得した画像を見て入力してください。',
  },
  'model.keep': { en: 'Add these facts', 'zh-CN': '添加以上信息', ja: 'この情報を追加' },
  'model.model': { en: 'Model', 'zh-CN': '模型名称', ja: 'モデル名' },
  'model.version': { en: 'Version', 'zh-CN': '版本', ja: 'バージョン' },
  'model.type': { en: 'Type', 'zh-CN': '类型', ja: '種類' },
  'model.base-model': { en: 'Base model', 'zh-CN': '基础模型', ja: 'ベースモデル' },
  'model.trigger-words': { en: 'Trigger words', 'zh-CN': '触发词', ja: 'トリガーワード' },
  'model.creator': { en: 'Published by', 'zh-CN': '发布者', ja: '公開者' },
  'model.published': { en: 'Published on', 'zh-CN': '发布时间', ja: '公開日' },
  'model.placement': { en: 'Placement', 'zh-CN': '展示位置', ja: '掲載位置' },
  'model.downloads': { en: 'Downloads', 'zh-CN': '下载量', ja: 'ダウンロード数' },
  'model.likes': { en: 'Likes', 'zh-CN': '点赞数', ja: 'いいね数' },
  'model.runs': { en: 'Runs', 'zh-CN': '运行次数', ja: '実行数' },
  'model.cover-image': { en: 'Cover image', 'zh-CN': '封面图', ja: 'カバー画像' },
  'model.example-images': { en: 'Example images', 'zh-CN': '示例图片', ja: '生成例の画像' },
  'model.model-files': { en: 'Model files', 'zh-CN': '模型文件', ja: 'モデルファイル' },
  'model.description': { en: 'Description on the page', 'zh-CN': '页面说明', ja: 'ページ上の説明' },
} satisfies Record<`model.${ModelField}`, Message> & Record<string, Message>);
