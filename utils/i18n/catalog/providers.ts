import type { ChannelKind } from '../../case/hosting.ts';
import { defineCatalog, type Message } from '../translate.ts';

/** The provider directory on the options page. */
export const PROVIDERS = defineCatalog({
  'providers.title': { en: 'Provider directory', 'zh-CN': '服务商名录', ja: '事業者名簿' },
  'providers.intro': {
    en: 'Whom to write to, by which channel, and when that was last checked. Your own entries come before the bundled ones, in new captures and look-ups.',
    'zh-CN': '各服务商的联系渠道及核对日期。您自己的条目在新的取证和查询中优先于内置条目。',
    ja: '連絡窓口と最終確認日です。あなたの登録は、新しい取得と照会で同梱の登録より優先されます。',
  },
  'providers.find': { en: 'Find a provider', 'zh-CN': '查找服务商', ja: '事業者を検索' },
  'providers.shown': {
    en: '{shown} of {total} providers',
    'zh-CN': '显示 {shown} / {total} 家',
    ja: '{total} 件中 {shown} 件',
  },
  'providers.more': { en: 'Show all', 'zh-CN': '全部显示', ja: 'すべて表示' },
  'providers.yours': { en: 'your entry', 'zh-CN': '您的条目', ja: 'あなたの登録' },
  'providers.no-channel': { en: 'No channel known.', 'zh-CN': '没有已知渠道。', ja: '窓口は不明です。' },
  'providers.correct': { en: 'Correct', 'zh-CN': '更正', ja: '訂正' },
  'providers.correct-one': { en: 'Correct {name}', 'zh-CN': '更正 {name}', ja: '{name} を訂正' },
  'providers.add': { en: 'Add a provider', 'zh-CN': '添加服务商', ja: '事業者を追加' },
  'providers.remove': { en: 'Remove my entry', 'zh-CN': '删除我的条目', ja: '自分の登録を削除' },
  'providers.removed': {
    en: '{name}: your entry is gone.',
    'zh-CN': '{name}：您的条目已删除。',
    ja: '{name}：登録を削除しました。',
  },
  'providers.import': { en: 'Import file…', 'zh-CN': '导入文件…', ja: 'ファイルを読み込む…' },
  'providers.export': { en: 'Export my entries', 'zh-CN': '导出我的条目', ja: '自分の登録を書き出す' },
  'providers.saved': {
    en: '{count} entries saved.',
    'zh-CN': '已保存 {count} 个条目。',
    ja: '{count} 件を保存しました。',
  },
  'providers.id': { en: 'Identifier', 'zh-CN': '标识', ja: '識別子' },
  'providers.id-help': {
    en: 'The number of its network as a capture shows it, e.g. as64496. Lower-case letters, digits, ":", "." and "-".',
    'zh-CN': '取证结果所示的网络号，例如 as64496。仅限小写字母、数字、":"、"." 和 "-"。',
    ja: '取得結果に示されるネットワーク番号。例：as64496。小文字、数字、":"、"."、"-" のみ。',
  },
  'providers.name': { en: 'Name', 'zh-CN': '名称', ja: '名称' },
  'providers.class': { en: 'What it is', 'zh-CN': '类别', ja: '種別' },
  'providers.behaviour': {
    en: 'What it does with a notice',
    'zh-CN': '如何处理通知',
    ja: '通知への対応',
  },
  'providers.languages': { en: 'Languages it reads', 'zh-CN': '可读语言', ja: '対応言語' },
  'providers.languages-help': {
    en: 'Codes, e.g. en, de',
    'zh-CN': '语言代码，例如 en, zh-CN',
    ja: '言語コード。例：en, ja',
  },
  'providers.limits': { en: 'Limits', 'zh-CN': '限制', ja: '制限' },
  'providers.designated': {
    en: 'It designated this channel for copyright notices',
    'zh-CN': '此渠道系其专为版权通知指定',
    ja: '著作権通知用に指定された窓口',
  },
  'providers.note': { en: 'What to know before writing', 'zh-CN': '发送前须知', ja: '送付前の注意' },
  'providers.kind': { en: 'Channel', 'zh-CN': '渠道', ja: '窓口' },
  'providers.address': { en: 'Address', 'zh-CN': '地址', ja: '宛先' },
  'providers.source': { en: 'Where you read it', 'zh-CN': '信息来源', ja: '情報の出所' },
  'providers.add-channel': { en: 'Add a channel', 'zh-CN': '添加渠道', ja: '窓口を追加' },
  'providers.remove-channel': { en: 'Remove this channel', 'zh-CN': '删除此渠道', ja: 'この窓口を削除' },
  'channel.email': { en: 'e-mail', 'zh-CN': '电子邮件', ja: 'メール' },
  'channel.form': { en: 'web form', 'zh-CN': '网页表单', ja: 'ウェブフォーム' },
  'channel.postal': { en: 'post', 'zh-CN': '邮寄', ja: '郵送' },
  'channel.fax': { en: 'fax', 'zh-CN': '传真', ja: 'ファクス' },
  'channel.phone': { en: 'telephone', 'zh-CN': '电话', ja: '電話' },
  'channel.procedure': { en: 'procedure', 'zh-CN': '办理流程', ja: '手続き' },
} satisfies Record<`channel.${ChannelKind}`, Message> & Record<string, Message>);
