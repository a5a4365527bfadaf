import { defineCatalog } from '../translate.ts';

/** What is wrong with a list of works. Shown with the line, and the column where there is one. */
export const WORKS_IMPORT = defineCatalog({
  'file-too-large': { en: 'The file is too large.', 'zh-CN': '文件过大。', ja: 'ファイルが大きすぎます。' },
  'file-empty': {
    en: 'The file holds no works.',
    'zh-CN': '文件中没有作品。',
    ja: 'ファイルに著作物がありません。',
  },
  'file-encoding': {
    en: 'The letters of the file cannot be read. Save it as “CSV UTF-8” and try again.',
    'zh-CN': '无法识别文件的字符编码。请另存为“CSV UTF-8”格式后重试。',
    ja: 'ファイルの文字コードを読み取れません。「CSV UTF-8」形式で保存し直してください。',
  },
  'file-not-json': {
    en: 'The file begins like JSON and cannot be read from this line.',
    'zh-CN': '文件看似JSON，但自本行起无法读取。',
    ja: 'JSONのようですが、この行から読み取れません。',
  },
  'file-not-a-list': {
    en: 'The JSON holds no list of works.',
    'zh-CN': 'JSON中没有作品列表。',
    ja: 'JSONに著作物の一覧がありません。',
  },
  'too-many-rows': {
    en: 'More than 50,000 works: split the list.',
    'zh-CN': '超过50,000件作品，请拆分。',
    ja: '50,000件を超えています。分割してください。',
  },
  'quotes-broken': {
    en: 'A quotation mark is not closed.',
    'zh-CN': '引号未闭合。',
    ja: '引用符が閉じられていません。',
  },
  'column-missing': {
    en: 'The column “{column}” is missing.',
    'zh-CN': '缺少“{column}”列。',
    ja: '列「{column}」がありません。',
  },
  'column-unknown': {
    en: 'No work has a column “{value}”.',
    'zh-CN': '无法识别的列“{value}”。',
    ja: '列「{value}」は使えません。',
  },
  'column-twice': {
    en: 'The column “{column}” stands there twice.',
    'zh-CN': '“{column}”列重复。',
    ja: '列「{column}」が重複しています。',
  },
  'cells-missing': {
    en: 'This line has fewer cells than there are columns.',
    'zh-CN': '本行单元格少于列数。',
    ja: 'この行のセルが列数より少なくなっています。',
  },
  'cells-extra': {
    en: 'This line has more cells than there are columns.',
    'zh-CN': '本行单元格多于列数。',
    ja: 'この行のセルが列数より多くなっています。',
  },
  'title-missing': { en: 'The title is missing.', 'zh-CN': '缺少作品名称。', ja: '題名がありません。' },
  'id-duplicate': {
    en: 'The id “{value}” stands there more than once.',
    'zh-CN': '编号“{value}”重复。',
    ja: '番号「{value}」が重複しています。',
  },
  'id-known': {
    en: 'The case already has a work with the id “{value}”.',
    'zh-CN': '本案中已有编号为“{value}”的作品。',
    ja: '番号「{value}」の著作物は既に登録されています。',
  },
  'kind-unknown': {
    en: '“{value}” is no kind of work that we know.',
    'zh-CN': '无法识别的作品类型“{value}”。',
    ja: '種類「{value}」は使えません。',
  },
  'right-unknown': {
    en: '“{value}” is no right that we know.',
    'zh-CN': '无法识别的权利“{value}”。',
    ja: '権利「{value}」は使えません。',
  },
  'url-wrong': {
    en: '“{value}” is no address.',
    'zh-CN': '“{value}”不是网络地址。',
    ja: '「{value}」はURLではありません。',
  },
  'cell-too-long': { en: 'This cell is too long.', 'zh-CN': '单元格内容过长。', ja: 'セルが長すぎます。' },
  'cell-formula': {
    en: 'This cell is a formula (“{value}”). Save its value instead.',
    'zh-CN': '该单元格为公式（“{value}”），请改存为数值。',
    ja: 'セルが数式です（「{value}」）。値として保存してください。',
  },
  'entry-wrong': {
    en: 'This entry has a field that is missing, unknown or of the wrong kind.',
    'zh-CN': '该条目含有缺失、未知或者类型错误的字段。',
    ja: 'この項目には欠けている、不明な、又は型の誤ったフィールドがあります。',
  },
});
