import type { PreCheck } from '../../case/settings.ts';
import { defineCatalog, type Message } from '../translate.ts';

type Question = Exclude<keyof PreCheck, 'statedAt' | 'remarks'>;

/** The check of the surroundings before captures. */
export const PRE_CHECK = defineCatalog({
  'pre.heading': { en: 'Before you capture', 'zh-CN': '取证前检查', ja: '取得の前に' },
  'pre.intro': {
    en: 'Whoever doubts a capture asks what stood between the site and the screen. This is what Prima Facie can see here, and what only you can say.',
    'zh-CN':
      '质疑取证的人会问：网站与屏幕之间是否有其他因素。以下是 Prima Facie 能看到的，以及只有您能说明的情况。',
    ja: '証拠を疑う人は、サイトと画面の間に何があったかを問います。Prima Facie に見えるものと、あなたにしか言えないことを示します。',
  },
  'pre.seen': { en: 'Seen by the extension', 'zh-CN': '扩展可以看到', ja: '拡張機能に見えるもの' },
  'pre.clock': { en: 'Clock of this machine', 'zh-CN': '本机时钟', ja: 'この端末の時計' },
  'pre.zone': { en: 'Time zone', 'zh-CN': '时区', ja: 'タイムゾーン' },
  'pre.languages': { en: 'Languages', 'zh-CN': '语言', ja: '言語' },
  'pre.private': { en: 'Private window', 'zh-CN': '无痕窗口', ja: 'プライベートウィンドウ' },
  'pre.private-yes': { en: 'Yes', 'zh-CN': '是', ja: 'はい' },
  'pre.private-no': { en: 'No', 'zh-CN': '否', ja: 'いいえ' },
  'pre.browser': { en: 'Browser and system', 'zh-CN': '浏览器与系统', ja: 'ブラウザーと OS' },
  'pre.unseen': {
    en: 'No extension can see whether other extensions change pages, whether a VPN or a proxy of the system is in use, or whether this profile has a history. Your answers stand in every capture as your statement.',
    'zh-CN':
      '任何扩展都无法得知：其他扩展是否改动页面、系统是否使用 VPN 或代理、此浏览器配置是否有历史数据。您的回答将作为您的陈述写入每次取证。',
    ja: '他の拡張機能がページを変えているか、システムの VPN やプロキシが使われているか、このプロファイルに履歴があるかは、どの拡張機能にも見えません。回答はあなたの陳述としてすべての取得に記載されます。',
  },
  'pre.profile': { en: 'Browser profile', 'zh-CN': '浏览器配置文件', ja: 'ブラウザーのプロファイル' },
  'pre.profile-clean': {
    en: 'Made for this work, nothing else in it',
    'zh-CN': '专用于取证的干净配置',
    ja: 'この作業専用',
  },
  'pre.profile-everyday': { en: 'My everyday profile', 'zh-CN': '日常使用的配置', ja: '普段使い' },
  'pre.profile-not-sure': { en: 'Not sure', 'zh-CN': '不确定', ja: 'わからない' },
  'pre.otherExtensions': { en: 'Other extensions', 'zh-CN': '其他扩展', ja: '他の拡張機能' },
  'pre.otherExtensions-none': { en: 'None is active', 'zh-CN': '均未启用', ja: '有効なものはない' },
  'pre.otherExtensions-some': {
    en: 'Some are active (name them below)',
    'zh-CN': '有启用的（请在下方注明）',
    ja: '有効なものがある（下に記入）',
  },
  'pre.otherExtensions-not-sure': { en: 'Not sure', 'zh-CN': '不确定', ja: 'わからない' },
  'pre.proxy': { en: 'VPN or proxy', 'zh-CN': 'VPN 或代理', ja: 'VPN・プロキシ' },
  'pre.proxy-none': { en: 'None', 'zh-CN': '未使用', ja: '使っていない' },
  'pre.proxy-used': {
    en: 'In use (name it below)',
    'zh-CN': '正在使用（请在下方注明）',
    ja: '使っている（下に記入）',
  },
  'pre.proxy-not-sure': { en: 'Not sure', 'zh-CN': '不确定', ja: 'わからない' },
  'pre.timeZone': {
    en: 'Clock and time zone shown above',
    'zh-CN': '上方显示的时钟与时区',
    ja: '上の時計とタイムゾーン',
  },
  'pre.timeZone-right': { en: 'Right for where I am', 'zh-CN': '与所在地一致', ja: '現在地と合っている' },
  'pre.timeZone-wrong': { en: 'Not those of where I am', 'zh-CN': '与所在地不符', ja: '現在地と違う' },
  'pre.timeZone-not-sure': { en: 'Not sure', 'zh-CN': '不确定', ja: 'わからない' },
  'pre.remarks': { en: 'Remarks', 'zh-CN': '备注', ja: '備考' },
  'pre.remarks-help': {
    en: 'Names of active extensions, of the VPN, and anything else a reader should know.',
    'zh-CN': '已启用的扩展、VPN 名称，以及其他应说明的情况。',
    ja: '有効な拡張機能や VPN の名前、その他読み手が知るべきこと。',
  },
  'pre.state': { en: 'State this from now on', 'zh-CN': '自即日起作此陈述', ja: '今後この陳述を記載する' },
  'pre.stated': {
    en: 'Stated on {time}. It stands in every capture since; state it anew when something changes.',
    'zh-CN': '已于 {time} 陈述，此后的每次取证均会写入。情况变化时请重新陈述。',
    ja: '{time} に陳述しました。以後のすべての取得に記載されます。変わったときは改めて陳述してください。',
  },
  'pre.withdraw': { en: 'Withdraw the statement', 'zh-CN': '撤回陈述', ja: '陳述を取り下げる' },
  'pre.statement': { en: 'Operator’s statement', 'zh-CN': '操作者陈述', ja: '操作者の陳述' },
  'pre.none': { en: 'Nothing stated yet.', 'zh-CN': '尚未陈述。', ja: 'まだ陳述はありません。' },
} satisfies Record<`pre.${Question}`, Message> & Record<string, Message>);
