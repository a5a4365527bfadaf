import { defineCatalog } from '../translate.ts';

/** What the forms of a case share. */
export const FORMS = defineCatalog({
  'form.errors': {
    en: 'Not saved: please mend the marked fields.',
    'zh-CN': '尚未保存：请更正标出的字段。',
    ja: '保存していません。印の付いた項目を直してください。',
  },
  'form.missing': { en: 'This is needed.', 'zh-CN': '此项必填。', ja: '入力が必要です。' },
  'form.email': {
    en: 'Write an e-mail address, e.g. name@example.org.',
    'zh-CN': '请填写电子邮箱地址，例如 name@example.org。',
    ja: 'メールアドレスを入力してください（例：name@example.org）。',
  },
  'form.url': {
    en: 'Write a full address beginning with https:// or http://.',
    'zh-CN': '请填写以 https:// 或 http:// 开头的完整网址。',
    ja: 'https:// または http:// で始まる URL を入力してください。',
  },
  'form.urls': {
    en: 'Line {line} is not a full address beginning with https:// or http://.',
    'zh-CN': '第 {line} 行不是以 https:// 或 http:// 开头的完整网址。',
    ja: '{line} 行目が https:// または http:// で始まる URL ではありません。',
  },
  'form.choose-one': {
    en: 'Choose at least one.',
    'zh-CN': '请至少选择一项。',
    ja: '少なくとも 1 つ選んでください。',
  },
  'form.back': { en: 'Back to the list', 'zh-CN': '返回列表', ja: '一覧に戻る' },
  'form.delete': { en: 'Delete', 'zh-CN': '删除', ja: '削除' },
  'form.deleted': {
    en: '“{name}” was deleted.',
    'zh-CN': '已删除“{name}”。',
    ja: '「{name}」を削除しました。',
  },
  'form.saved': { en: '“{name}” was saved.', 'zh-CN': '已保存“{name}”。', ja: '「{name}」を保存しました。' },
  'form.unsaved': {
    en: 'What you typed is not saved. Leave all the same?',
    'zh-CN': '所填内容尚未保存，仍要离开吗？',
    ja: '入力内容は保存されていません。このまま移動しますか？',
  },
  'form.attach': { en: 'Attach a file', 'zh-CN': '添加文件', ja: 'ファイルを添付' },
  'form.attached': { en: 'Attached {date}', 'zh-CN': '添加于 {date}', ja: '添付日：{date}' },
  'form.document-kind': { en: 'What it is', 'zh-CN': '文件类型', ja: '資料の種類' },
  'form.documents-help': {
    en: 'Kept unchanged with its digest and put into the bundle.',
    'zh-CN': '原样保存并计算哈希值，随证据包一并导出。',
    ja: 'ハッシュ値とともにそのまま保存し、証拠パッケージに含めます。',
  },
});

/** The form of a work. */
export const WORK_FORM = defineCatalog({
  'work.new': { en: 'Add a work', 'zh-CN': '添加作品', ja: '著作物を追加' },
  'work.edit': { en: 'Work', 'zh-CN': '作品', ja: '著作物' },
  'work.empty': {
    en: 'No works yet. Enter each work whose rights are infringed once; every item and notice then refers to it.',
    'zh-CN': '尚无作品。每部被侵权作品只需填写一次，之后侵权内容和通知均可引用。',
    ja: '著作物はまだありません。侵害されている著作物を一度入力すれば、侵害対象や通知から参照できます。',
  },
  'work.title': { en: 'Title', 'zh-CN': '作品名称', ja: '題名' },
  'work.title-help': {
    en: 'As on the work itself. Add the translated title in brackets if pirates use it.',
    'zh-CN': '以作品上的名称为准。如盗版使用译名，可在括号中注明。',
    ja: '作品に表示されているとおりに。海賊版で使われる訳題は括弧に入れてください。',
  },
  'work.kind': { en: 'Kind of work', 'zh-CN': '作品类型', ja: '著作物の種類' },
  'work.author': { en: 'Author', 'zh-CN': '作者', ja: '著作者' },
  'work.author-help': {
    en: 'Who made it, as named on the work; a studio or company if that is how it was published.',
    'zh-CN': '作品署名的创作者；若以公司或工作室名义发表，则填写该名称。',
    ja: '作品に表示された作者名。法人名義で公表された場合はその名称。',
  },
  'work.rights': { en: 'Rights you claim', 'zh-CN': '主张的权利', ja: '主張する権利' },
  'work.rights-help': {
    en: 'For copies on the internet choose communication through networks (China), making available (EU, Japan) or reproduction (everywhere).',
    'zh-CN': '网络传播盗版通常选择“信息网络传播权”；可同时选择“复制权”等。',
    ja: 'インターネット上の無断掲載では、通常、公衆送信権・送信可能化権・複製権を選びます。',
  },
  'work.first-publication': { en: 'First published', 'zh-CN': '首次发表', ja: '最初の公表' },
  'work.first-publication-help': {
    en: 'Date and place, as far as known: 2023-04-01, Weekly Comet no. 12.',
    'zh-CN': '已知的日期与出处，例如：2023-04-01，《彗星周刊》第12期。',
    ja: '分かる範囲で日付と媒体。例：2023-04-01、週刊コメット 12 号。',
  },
  'work.registration': { en: 'Registration number', 'zh-CN': '作品登记号', ja: '登録番号' },
  'work.authorised': { en: 'Where it may lawfully be found', 'zh-CN': '合法传播网址', ja: '正規の掲載先' },
  'work.authorised-help': {
    en: 'One address per line. Recipients compare with it.',
    'zh-CN': '每行一个网址，供接收方比对。',
    ja: '1 行に 1 つ。通知の受け手が比較に使います。',
  },
  'work.documents': { en: 'Proof of title', 'zh-CN': '权属证明', ja: '権利を示す資料' },
  'work.documents-none': {
    en: 'None yet. Most notices need one: a registration, a published copy, the original file, or a contract.',
    'zh-CN': '尚未添加。多数通知需要至少一份：登记证书、合法出版物、底稿或合同。',
    ja: 'まだありません。多くの通知では、登録証、出版物、原データ、契約書などが必要です。',
  },
});

/** The form of a party. */
export const PARTY_FORM = defineCatalog({
  'party.new': { en: 'Add a party', 'zh-CN': '添加当事人', ja: '当事者を追加' },
  'party.edit': { en: 'Party', 'zh-CN': '当事人', ja: '当事者' },
  'party.empty': {
    en: 'No parties yet. Enter who holds the rights and who sends the notices; it may be the same person.',
    'zh-CN': '尚无当事人。请填写权利人和发送通知的人，二者可为同一人。',
    ja: '当事者はまだありません。権利者と通知を送る人を入力してください。同じ人でもかまいません。',
  },
  'party.role': { en: 'Role', 'zh-CN': '身份', ja: '立場' },
  'party.role-right-holder': { en: 'Right holder', 'zh-CN': '权利人', ja: '権利者' },
  'party.role-notifier': { en: 'Sends the notice', 'zh-CN': '通知人', ja: '通知者' },
  'party.role-agent': { en: 'Agent', 'zh-CN': '代理人', ja: '代理人' },
  'party.kind': { en: 'Person or organisation', 'zh-CN': '自然人或组织', ja: '個人または法人' },
  'party.kind-person': { en: 'Person', 'zh-CN': '自然人', ja: '個人' },
  'party.kind-organisation': { en: 'Organisation', 'zh-CN': '法人或非法人组织', ja: '法人・団体' },
  'party.name': { en: 'Full legal name', 'zh-CN': '姓名／名称', ja: '氏名・名称' },
  'party.name-help': {
    en: 'As in the register or passport. A pen name alone is not enough for most laws.',
    'zh-CN': '与身份证件或营业执照一致。多数法律要求真实姓名，仅有笔名不够。',
    ja: '戸籍・登記のとおりに。筆名だけでは足りない法律がほとんどです。',
  },
  'party.contact-name': { en: 'Who signs', 'zh-CN': '签署人', ja: '署名する人' },
  'party.representative': { en: 'Legal representative', 'zh-CN': '法定代表人', ja: '代表者' },
  'party.representative-help': {
    en: 'China’s model notice asks for it.',
    'zh-CN': '国家版权局通知书示范格式要求填写。',
    ja: '中国の通知書式で求められます。',
  },
  'party.address': { en: 'Street address', 'zh-CN': '通讯地址', ja: '住所' },
  'party.address-help': {
    en: 'Goes to counsel and to recipients whose law asks for it; never into copies that may be forwarded or published.',
    'zh-CN': '仅提供给律师及法律要求提供的接收方，不会出现在可能被转送或公开的版本中。',
    ja: '弁護士と、法律上必要な受け手にのみ示します。転送・公開されうる版には載りません。',
  },
  'party.city': { en: 'City', 'zh-CN': '城市', ja: '市区町村' },
  'party.state': { en: 'State or province', 'zh-CN': '省／州', ja: '都道府県・州' },
  'party.postal-code': { en: 'Postal code', 'zh-CN': '邮政编码', ja: '郵便番号' },
  'party.country': { en: 'Country', 'zh-CN': '国家／地区', ja: '国・地域' },
  'party.phone': { en: 'Phone', 'zh-CN': '电话', ja: '電話番号' },
  'party.email': { en: 'E-mail', 'zh-CN': '电子邮箱', ja: 'メールアドレス' },
  'party.email-help': {
    en: 'Answers and counter-notices come here: use an address that is read.',
    'zh-CN': '回复与反通知将发送至此，请使用会查看的邮箱。',
    ja: '回答や異議申立てが届きます。必ず確認できるものを。',
  },
  'party.authority': { en: 'Right to act', 'zh-CN': '权利来源', ja: '権限' },
  'party.authority-owner': { en: 'Owns the copyright', 'zh-CN': '著作权人', ja: '著作権者' },
  'party.authority-exclusive': {
    en: 'Holds an exclusive licence',
    'zh-CN': '专有使用权人',
    ja: '独占的利用権者',
  },
  'party.authority-agent': { en: 'Acts for the owner', 'zh-CN': '受权利人委托', ja: '権利者の代理' },
  'party.power': { en: 'Power of attorney', 'zh-CN': '授权委托书', ja: '委任状' },
  'party.power-help': {
    en: 'Needed where an agent sends the notice.',
    'zh-CN': '由代理人发送通知时需要。',
    ja: '代理人が通知を送る場合に必要です。',
  },
  'party.identity': { en: 'Identity document', 'zh-CN': '身份证明', ja: '本人確認書類' },
  'party.identity-help': {
    en: 'Which one and where it can be asked for, e.g. “business licence, on file with counsel”. The number itself only if you want it to be sent.',
    'zh-CN': '填写证件种类及存放处，例如“营业执照，存于代理律师处”。除非愿意对外提供，否则不必填写号码。',
    ja: '種類と請求先。例：「登記事項証明書、代理人弁護士が保管」。番号は送付してよい場合だけ記入してください。',
  },
});
