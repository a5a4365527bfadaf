import { defineCatalog } from '../translate.ts';

/** Further recipients, the choice of items, what is attached, and what follows from an event. */
export const NOTICE_MORE = defineCatalog({
  'notices.further': { en: 'Also write to', 'zh-CN': '还可致函', ja: 'ほかの宛先' },
  'notices.further-help': {
    en: 'Each becomes a linked notice of the same matter, in the scope that fits what it does.',
    'zh-CN': '每个接收方各生成一份同一事项的关联通知，措施范围与其服务类型相符。',
    ja: '同じ案件の関連通知として、役務の種別に応じた範囲で作成します。',
  },
  'notices.further-search': {
    en: '{name}: take the addresses out of its results',
    'zh-CN': '{name}：请求从搜索结果中移除',
    ja: '{name}：検索結果からの削除を求める',
  },
  'notices.further-registrar': {
    en: '{name}, registrar: last, where nobody else acts',
    'zh-CN': '{name}（域名注册商）：其他途径无果时最后考虑',
    ja: '{name}（レジストラ）：他で対応がない場合の最後の手段',
  },
  'notices.further-operator': {
    en: 'Letter to who runs or uploaded to {name}',
    'zh-CN': '致{name}的运营者或上传者的函件',
    ja: '{name}の運営者又は投稿者への書簡',
  },
  'notices.law-auto': {
    en: 'By where the recipient sits',
    'zh-CN': '按接收方所在地确定',
    ja: '宛先の所在地による',
  },
  'notices.own-recipient': { en: 'Somebody else', 'zh-CN': '其他接收方', ja: 'その他の宛先' },
  'notices.class-help': {
    en: 'Changing it proposes the measures that fit.',
    'zh-CN': '更改后将建议与之相符的措施。',
    ja: '変更すると、種別に合う措置を提案します。',
  },
  'notices.channel-kind': { en: 'What the channel is', 'zh-CN': '渠道类型', ja: '窓口の種類' },
  'channel.support-ticket': { en: 'support ticket', 'zh-CN': '客服工单', ja: 'サポートチケット' },
  'notices.attach': { en: 'Attached to this notice', 'zh-CN': '本通知的附件', ja: 'この通知の添付書類' },
  'notices.attach-help': {
    en: 'Tick what you will really send along. The notice lists it by name and digest.',
    'zh-CN': '请勾选实际随通知发送的文件，通知将列明其名称和哈希值。',
    ja: '実際に添付するものに印を付けてください。名称とハッシュ値が通知に載ります。',
  },
  'notices.attach-capture': {
    en: 'Capture {number}, in the evidence bundle: {url}',
    'zh-CN': '第 {number} 号取证（载于证据包）：{url}',
    ja: '記録 {number}（証拠一式に収録）：{url}',
  },
  'notices.attachments': {
    en: 'Files you will attach, together (MB)',
    'zh-CN': '拟附文件总大小（MB）',
    ja: '添付するファイルの合計（MB）',
  },
  'notices.attachments-help': {
    en: 'Only to warn you where the channel takes none, or not so much. The text stands without them.',
    'zh-CN': '仅用于提示该渠道不接受附件或超出限制。通知文本无附件亦自成一体。',
    ja: '窓口が添付を受け付けない場合や大きすぎる場合の注意に使います。本文は添付なしで成り立ちます。',
  },
  'notices.measures-other': { en: 'Other measures', 'zh-CN': '其他措施', ja: 'その他の措置' },
  'notices.items-chosen': {
    en: 'Chosen: {count} of {total}',
    'zh-CN': '已选 {count} / {total}',
    ja: '{total} 件中 {count} 件を選択',
  },
  'notices.items-all': { en: 'Choose all shown', 'zh-CN': '全选所列', ja: '表示分をすべて選択' },
  'notices.items-none': { en: 'Choose none of them', 'zh-CN': '取消所列', ja: '表示分の選択を解除' },
  'notices.event-deadline': {
    en: 'Date they named',
    'zh-CN': '对方指定的日期',
    ja: '相手方が指定した期日',
  },
  'notices.reissue': {
    en: 'Write again to {channel}',
    'zh-CN': '改向{channel}重新通知',
    ja: '{channel} に改めて通知する',
  },
  'notices.reissue-help': {
    en: 'They named another channel. The redirection counts as theirs; a new notice goes there.',
    'zh-CN': '对方指定了其他渠道。该指引由对方作出；请向该渠道另行发出通知。',
    ja: '別の窓口を案内されました。案内は相手方の行為として記録され、そこへ新しい通知を送ります。',
  },
  'notices.proofs': { en: 'Proof: {names}', 'zh-CN': '凭证：{names}', ja: '証拠：{names}' },
  'notices.start-marked': {
    en: 'The items you marked ({count}) get this work, this right and this description, each beside its own name.',
    'zh-CN': '已标记的 {count} 项侵权内容将关联此作品和权利，并附上此说明及各自的名称。',
    ja: '指定済みの {count} 件に、この著作物・権利・説明を各対象の名称とともに設定します。',
  },
  'notices.print': {
    en: 'Print or save as PDF',
    'zh-CN': '打印或另存为 PDF',
    ja: '印刷又は PDF に保存',
  },
  'notices.basis-named': { en: 'Named by you.', 'zh-CN': '由您添加。', ja: 'あなたが追加した宛先です。' },
  'notices.basis-class': {
    en: 'Class set by you.',
    'zh-CN': '服务类型由您设定。',
    ja: '役務の種別はあなたが設定しました。',
  },
  'notices.split': {
    en: 'Divided into {count} notices, each within what the form takes.',
    'zh-CN': '已按表单限制拆分为 {count} 份通知。',
    ja: 'フォームの上限に合わせて {count} 件の通知に分けました。',
  },
  'notices.lacks-more': {
    en: 'and {count} more of the same kind',
    'zh-CN': '以及另外 {count} 处同类问题',
    ja: 'ほか同種 {count} 件',
  },
  'notices.past': { en: 'past', 'zh-CN': '已过', ja: '経過' },
  'notices.who-provider': { en: 'The recipient', 'zh-CN': '接收方', ja: '宛先' },
  'notices.who-notifier': { en: 'You', 'zh-CN': '您', ja: 'あなた' },
  'notices.who-other-party': { en: 'The other side', 'zh-CN': '对方', ja: '相手方' },
  'notices.files': { en: '{count} files', 'zh-CN': '{count} 个文件', ja: '{count} 個のファイル' },
  'notices.not-kept': {
    en: 'Written now, and not among the files this notice was finalised with.',
    'zh-CN': '此文件为当前生成，不在定稿时保存的文件之列。',
    ja: '今作成したもので、確定時に保存したファイルではありません。',
  },
  'notices.write': { en: 'Write a notice', 'zh-CN': '撰写通知', ja: '通知を作成' },
  'notices.finalising': {
    en: 'Reading every byte under it again, and writing its files…',
    'zh-CN': '正在重新核对所依据的全部字节并生成文件…',
    ja: '根拠となるデータをすべて読み直し、ファイルを作成しています…',
  },
  'case.documents': {
    en: 'Other documents of the case',
    'zh-CN': '案件的其他文件',
    ja: '案件のその他の資料',
  },
  'case.documents-help': {
    en: 'A page of the agent directory, a policy, correspondence: what belongs to no work and no party.',
    'zh-CN': '如代理人名录页面、平台规则、往来函件等不属于某一作品或当事人的文件。',
    ja: '代理人名簿のページ、規約、やり取りなど、著作物や当事者に属さないもの。',
  },
});
