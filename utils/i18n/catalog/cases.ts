import { defineCatalog } from '../translate.ts';

/** Cases: their list, their page, and what happens to them. */
export const CASES = defineCatalog({
  'cases.title': { en: 'Cases', 'zh-CN': '案件', ja: '案件' },
  'cases.new': { en: 'New case', 'zh-CN': '新建案件', ja: '新しい案件' },
  'cases.empty': {
    en: 'No case yet. A case holds everything about one dispute: captures, works, parties and notices. Make one here, or capture a page from the side panel and a case is made for you.',
    'zh-CN':
      '尚无案件。案件汇集同一争议的全部内容：取证记录、作品、当事人和通知。可在此新建，或在侧边栏对页面取证时自动创建。',
    ja: '案件はまだありません。案件には、ひとつの紛争に関する取得、著作物、当事者、通知がまとまります。ここで作成するか、サイドパネルでページを取得すると自動で作られます。',
  },
  'cases.name': { en: 'Name', 'zh-CN': '名称', ja: '名前' },
  'cases.name-help': {
    en: 'For yourself and counsel, e.g. the work and the site: “Moon Garden / manga-site.example”.',
    'zh-CN': '供您和律师识别，例如作品名加网站名：“月下花园／manga-site.example”。',
    ja: '自分と弁護士が分かる名前。例：作品名とサイト名「月の庭／manga-site.example」。',
  },
  'cases.name-missing': {
    en: 'Give the case a name.',
    'zh-CN': '请填写案件名称。',
    ja: '案件の名前を入力してください。',
  },
  'cases.find': { en: 'Find a case', 'zh-CN': '查找案件', ja: '案件を検索' },
  'cases.captures': { en: 'Captures', 'zh-CN': '取证', ja: '取得' },
  'cases.changed': { en: 'Last changed', 'zh-CN': '最近更新', ja: '最終更新' },
  'cases.created': { en: 'Created', 'zh-CN': '创建时间', ja: '作成日時' },
  'cases.status': { en: 'Status', 'zh-CN': '状态', ja: '状態' },
  'cases.open': { en: 'Open', 'zh-CN': '进行中', ja: '進行中' },
  'cases.closed': { en: 'Closed', 'zh-CN': '已结案', ja: '終了' },
  'cases.rename': { en: 'Rename', 'zh-CN': '重命名', ja: '名前を変更' },
  'cases.close': { en: 'Close case', 'zh-CN': '结案', ja: '案件を終了' },
  'cases.reopen': { en: 'Reopen case', 'zh-CN': '重新打开', ja: '案件を再開' },
  'cases.closed-toast': {
    en: '“{title}” is closed. Nothing was deleted.',
    'zh-CN': '“{title}”已结案，未删除任何内容。',
    ja: '「{title}」を終了しました。何も削除していません。',
  },
  'cases.missing': {
    en: 'This case is not here. It may belong to another browser profile.',
    'zh-CN': '未找到该案件，可能属于另一个浏览器用户配置。',
    ja: 'この案件は見つかりません。別のブラウザープロファイルにある可能性があります。',
  },
  'case.tabs': { en: 'Parts of the case', 'zh-CN': '案件内容', ja: '案件の内容' },
  'case.tab-captures': { en: 'Captures', 'zh-CN': '取证记录', ja: '取得' },
  'case.tab-items': { en: 'Items', 'zh-CN': '涉嫌侵权内容', ja: '侵害対象' },
  'case.tab-works': { en: 'Works', 'zh-CN': '作品', ja: '著作物' },
  'case.tab-parties': { en: 'Parties', 'zh-CN': '当事人', ja: '当事者' },
  'case.tab-notices': { en: 'Notices', 'zh-CN': '通知', ja: '通知' },
  'case.tab-custody': { en: 'Custody log', 'zh-CN': '保管链记录', ja: '保管記録' },
  'case.tab-export': { en: 'Export', 'zh-CN': '导出', ja: '書き出し' },
  'captures.empty': {
    en: 'No captures in this case yet. Open the infringing page in a tab, open the side panel, choose this case and press “Capture this page”.',
    'zh-CN': '本案件尚无取证记录。请在标签页中打开侵权页面，打开侧边栏，选择本案件，然后点击“对此页面取证”。',
    ja: 'この案件にはまだ取得がありません。侵害ページをタブで開き、サイドパネルでこの案件を選んで「このページを取得」を押してください。',
  },
  'captures.filter': {
    en: 'Find by title or address',
    'zh-CN': '按标题或网址查找',
    ja: 'タイトルや URL で検索',
  },
  'captures.state': { en: 'State', 'zh-CN': '状态', ja: '状態' },
  'captures.searching': {
    en: 'Looked through {seen} of {total} captures.',
    'zh-CN': '已查找 {total} 条中的 {seen} 条。',
    ja: '{total} 件中 {seen} 件を検索しました。',
  },
});
