import { defineCatalog } from '../translate.ts';

/**
 * What this tool asks for where no law does, with the reason. Each says of itself that it is a rule of this tool, so
 * that nobody takes it for the text of a law; a finding of such a rule is shown in the reader's language.
 */
export const TOOL_RULES = defineCatalog({
  'rule-ali-a': {
    en: 'Rule of this tool, after Ali Cloud (Beijing IP Court, 2019): name and contact',
    'zh-CN': '本工具规则，参照阿里云案（北京知识产权法院，2019年）：姓名（名称）和联系方式',
    ja: '本ツールの規則（阿里雲事件・北京知識産権法院2019年を参考）：氏名と連絡先',
  },
  'rule-ali-b': {
    en: 'Rule of this tool, after Ali Cloud (Beijing IP Court, 2019): act, right and address, each specific',
    'zh-CN': '本工具规则，参照阿里云案（北京知识产权法院，2019年）：侵权行为、权利和网络地址均应具体',
    ja: '本ツールの規則（阿里雲事件・北京知識産権法院2019年を参考）：行為・権利・URLの具体的な特定',
  },
  'rule-ali-c': {
    en: 'Rule of this tool, after Ali Cloud (Beijing IP Court, 2019): preliminary proof',
    'zh-CN': '本工具规则，参照阿里云案（北京知识产权法院，2019年）：初步证明材料',
    ja: '本ツールの規則（阿里雲事件・北京知識産権法院2019年を参考）：一応の証拠',
  },
  'rule-ali-d': {
    en: 'Rule of this tool, after Ali Cloud (Beijing IP Court, 2019): the reason for the request',
    'zh-CN': '本工具规则，参照阿里云案（北京知识产权法院，2019年）：提出要求的理由',
    ja: '本ツールの規則（阿里雲事件・北京知識産権法院2019年を参考）：求める理由',
  },
  'rule-ali-measure': {
    en: 'Rule of this tool, after Ali Cloud (Beijing IP Court, 2019): a measure that fits the service and goes no further than needed',
    'zh-CN': '本工具规则，参照阿里云案（北京知识产权法院，2019年）：措施应与服务类型相适应，不超出必要限度',
    ja: '本ツールの規則（阿里雲事件・北京知識産権法院2019年を参考）：役務の種類に応じた、必要な限度の措置',
  },
  'rule-ali-channel': {
    en: 'Rule of this tool, after Ali Cloud (Beijing IP Court, 2019): an appropriate channel, which a support ticket is not',
    'zh-CN': '本工具规则，参照阿里云案（北京知识产权法院，2019年）：恰当的通知渠道，工单不在其列',
    ja: '本ツールの規則（阿里雲事件・北京知識産権法院2019年を参考）：適切な通知経路（サポートチケットは該当しない）',
  },
  'rule-ultraman': {
    en: 'Rule of this tool, after the Ultraman case (Hangzhou Internet Court): name models and images one by one',
    'zh-CN': '本工具规则，参照“奥特曼”案（杭州互联网法院）：应逐一列明模型和图片',
    ja: '本ツールの規則（ウルトラマン事件・杭州インターネット法院を参考）：モデルと画像の個別の特定',
  },
  'rule-agency': {
    en: 'Rule of this tool: who acts for another shows a power of attorney',
    'zh-CN': '本工具规则：代理他人的，应当提供授权委托书',
    ja: '本ツールの規則：代理人は委任状を示す',
  },
  'rule-readable': {
    en: 'Rule of this tool: a notice that its recipient cannot read is answered late',
    'zh-CN': '本工具规则：对方看不懂的通知，处理会延迟',
    ja: '本ツールの規則：宛先が読めない通知は対応が遅れる',
  },
  'rule-signed': {
    en: 'Rule of this tool: whoever answers for a notice signs it',
    'zh-CN': '本工具规则：通知由对其内容负责的人签署',
    ja: '本ツールの規則：通知は内容に責任を負う者が署名する',
  },
  'rule-sign-last': {
    en: 'Rule of this tool: the name is typed last and stands under unchanged words',
    'zh-CN': '本工具规则：最后签名，签名后文字不得变动',
    ja: '本ツールの規則：署名は最後に行い、その後の文言は変えない',
  },
  'rule-one-person': {
    en: 'Rule of this tool: whoever confirmed the statements signs them',
    'zh-CN': '本工具规则：声明由谁确认，就由谁签署',
    ja: '本ツールの規則：表明を確認した本人が署名する',
  },
  'rule-person': {
    en: 'Rule of this tool: a person signs, for a company too',
    'zh-CN': '本工具规则：单位发出的通知也应由自然人签署',
    ja: '本ツールの規則：法人の通知にも個人が署名する',
  },
  'rule-duplicate': {
    en: 'Rule of this tool: one standing notice for each recipient and address',
    'zh-CN': '本工具规则：对同一接收方、同一地址，仅保留一份处理中的通知',
    ja: '本ツールの規則：宛先とURLごとに取り下げられていない通知は1件まで',
  },
  'rule-contact-usual': {
    en: 'Rule of this tool: what recipients usually ask for as well',
    'zh-CN': '本工具规则：接收方通常另行要求的联系方式',
    ja: '本ツールの規則：宛先が通常あわせて求める連絡先',
  },
  'rule-authority': {
    en: 'Rule of this tool: what is said of authority agrees with who holds the right',
    'zh-CN': '本工具规则：权利来源的表述应与权利人一致',
    ja: '本ツールの規則：権限の記載は権利者と一致させる',
  },
  'rule-whole': {
    en: 'Rule of this tool: proof has the digest that it was taken with',
    'zh-CN': '本工具规则：证据的哈希值应与取证时一致',
    ja: '本ツールの規則：証拠のハッシュ値は取得時と一致していること',
  },
  'rule-fresh': {
    en: 'Rule of this tool: look again before writing about an older capture',
    'zh-CN': '本工具规则：取证较早的，发出通知前应再次查看',
    ja: '本ツールの規則：記録が古い場合は通知前に再度確認する',
  },
  'rule-recheck': {
    en: 'Rule of this tool: look afterwards what became of the notice',
    'zh-CN': '本工具规则：通知发出后应复查处理结果',
    ja: '本ツールの規則：通知後の対応を再確認する',
  },
  'rule-host': {
    en: 'Rule of this tool: write to whoever hosts the material, and not only to the network in front of it',
    'zh-CN': '本工具规则：除内容分发网络外，还应通知实际主机服务商',
    ja: '本ツールの規則：CDNだけでなく実際のホストにも通知する',
  },
  'rule-passes-on': {
    en: 'Rule of this tool: what recipients of this kind usually do',
    'zh-CN': '本工具规则：此类服务提供者的通常做法',
    ja: '本ツールの規則：この種の事業者の通常の対応',
  },
  'rule-channel': {
    en: 'Rule of this tool: what is known of the channel is fresh, and the channel takes what is sent',
    'zh-CN': '本工具规则：渠道信息应当及时核实，并能够接收所发送的内容',
    ja: '本ツールの規則：窓口の情報は最新で、送る内容を受け付けられること',
  },
  'rule-seat': {
    en: 'Rule of this tool: the law of a notice reaches its recipient',
    'zh-CN': '本工具规则：通知所依据的法律应当适用于接收方',
    ja: '本ツールの規則：通知の準拠する法律が宛先に及ぶこと',
  },
  'rule-unverified': {
    en: 'Rule of this tool: what was not read in the law itself says so',
    'zh-CN': '本工具规则：未经原文核实的内容应当说明',
    ja: '本ツールの規則：原文と照合していない内容はその旨を示す',
  },
  'rule-exceptions': {
    en: 'Rule of this tool: ask before signing whether the use may be allowed',
    'zh-CN': '本工具规则：签署前应考虑该使用是否可能属于合法情形',
    ja: '本ツールの規則：署名前に許容される利用かどうかを検討する',
  },
  'rule-private': {
    en: 'Rule of this tool: notices are passed on and published, so private details stay in their fields',
    'zh-CN': '本工具规则：通知可能被转送或者公开，个人信息只应填写在专门栏目中',
    ja: '本ツールの規則：通知は転送・公開され得るため、個人情報は所定の欄にのみ記載する',
  },
  'rule-scope': {
    en: 'Rule of this tool: a recipient gets the addresses it serves, and no others',
    'zh-CN': '本工具规则：接收方只收到其提供服务的地址，不含其他地址',
    ja: '本ツールの規則：宛先にはその役務に係るURLのみを示す',
  },
  'rule-cut': {
    en: 'Rule of this tool: no work and no holder is left out because a form is too short',
    'zh-CN': '本工具规则：不得因表单篇幅而遗漏作品或者权利人',
    ja: '本ツールの規則：フォームの文字数を理由に著作物や権利者を省かない',
  },
});

/** Key of a rule of this tool. */
export type ToolRule = keyof typeof TOOL_RULES;
