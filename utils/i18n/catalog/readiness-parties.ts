import { defineCatalog } from '../translate.ts';

/** Findings about parties, works, items and proof. */
export const READINESS_PARTIES = defineCatalog({
  'notifier-missing': {
    en: 'Say who writes this notice: the full name is missing.',
    'zh-CN': '请填写通知人：缺少姓名（名称）。',
    ja: '通知者の氏名（名称）が記入されていません。',
  },
  'notifier-no-person': {
    en: 'Name the person who signs for {party}.',
    'zh-CN': '请填写代表{party}签署的自然人姓名。',
    ja: '{party}を代表して署名する個人の氏名を記入してください。',
  },
  'contact-missing': {
    en: 'The notifier cannot be reached: give at least one of {fields}.',
    'zh-CN': '缺少通知人的联系方式，请至少填写其一：{fields}。',
    ja: '通知者の連絡先がありません。次のいずれかを記入してください：{fields}。',
  },
  'contact-holder': {
    en: 'Only the right holder can be reached: give a way to reach {party} too, who writes this notice ({fields}).',
    'zh-CN': '目前仅有权利人的联系方式，请同时填写通知人{party}的联系方式（{fields}）。',
    ja: '連絡先が権利者のものだけです。通知者である{party}の連絡先も記入してください（{fields}）。',
  },
  'contact-usual': {
    en: 'Recipients usually ask for this as well: {fields}.',
    'zh-CN': '接收方通常还会要求填写：{fields}。',
    ja: '受領者は通常これも求めます：{fields}。',
  },
  'contact-email-malformed': {
    en: '{email} does not look like an e-mail address.',
    'zh-CN': '“{email}”不像是电子邮件地址。',
    ja: '「{email}」はメールアドレスの形式ではないようです。',
  },
  'identity-missing': {
    en: 'The true identity of the right holder is missing: a registered name with a natural person, or an identity document.',
    'zh-CN': '缺少权利人的真实身份信息：请填写登记名称及自然人姓名，或者身份证件信息。',
    ja: '権利者の真実の身元情報がありません。登記名称と自然人の氏名、又は身分証明書類を示してください。',
  },
  'identity-document': {
    en: 'Say which identity document shows who the right holder is (the model form asks for its number and a copy).',
    'zh-CN': '请注明权利人的身份证件（主管部门范本要求证件号码及复印件）。',
    ja: '権利者の身分証明書類を示してください（当局の書式は番号と写しを求めます）。',
  },
  'identity-agent': {
    en: 'Say which identity document shows who the agent {party} is: the model form asks for the agent’s as well, and platforms return notices without it.',
    'zh-CN': '请注明代理人{party}的身份证件：示范格式同样要求代理人的证件，缺少时平台可能退回通知。',
    ja: '代理人{party}の身分証明書類を示してください。書式は代理人の分も求めており、欠けると返戻されることがあります。',
  },
  'holder-missing': {
    en: 'Say who holds the right.',
    'zh-CN': '请填写权利人。',
    ja: '権利者を記入してください。',
  },
  'holder-cut': {
    en: 'This form takes {maximum} characters for the right holder, and the name is longer: choose another channel, or a shorter name the holder is known by.',
    'zh-CN': '该表单的权利人名称最多{maximum}个字符，现有名称更长：请选择其他渠道，或者使用通用简称。',
    ja: 'このフォームの権利者名は{maximum}文字までです。別の窓口を選ぶか、通用する短い名称を使ってください。',
  },
  'holder-representative': {
    en: 'Name the legal representative of {party}: the model form of the National Copyright Administration asks for it.',
    'zh-CN': '请填写{party}的法定代表人（国家版权局示范格式要求填写）。',
    ja: '{party}の法定代表者を記入してください（中国国家版権局の書式が求めます）。',
  },
  'authority-power-each': {
    en: 'Look that “{power}” was given for this notice: the model form asks for a power of attorney for each one.',
    'zh-CN': '请确认“{power}”系为本次通知出具：示范格式要求每次通知单独提供授权委托书。',
    ja: '「{power}」がこの通知のための委任状か確認してください。書式は通知ごとの委任状を求めます。',
  },
  'authority-no-power': {
    en: '{party} acts as an agent: add the power of attorney.',
    'zh-CN': '{party}系代理人：请添加授权委托书。',
    ja: '{party}は代理人です。委任状を追加してください。',
  },
  'authority-not-owner': {
    en: '{party} is set as owner, but the holder is {holder}. Which is right?',
    'zh-CN': '{party}被标为权利人本人，而权利人为{holder}，请核对。',
    ja: '{party}は権利者本人とされていますが、権利者は{holder}です。確認してください。',
  },
  'items-none': {
    en: 'The notice names no infringing item yet.',
    'zh-CN': '通知尚未列明任何侵权内容。',
    ja: '侵害の対象がまだ指定されていません。',
  },
  'work-missing': {
    en: 'Item {item}: choose the work that it infringes.',
    'zh-CN': '第{item}项：请选择被侵权的作品。',
    ja: '項目{item}：侵害された著作物を選んでください。',
  },
  'work-cut': {
    en: '“{work} …”: this form takes {maximum} characters for the work, and the title is longer. Shorten the title, or choose another channel.',
    'zh-CN': '《{work}……》：该表单的作品栏最多{maximum}个字符，标题更长。请缩短标题或者选择其他渠道。',
    ja: '「{work}…」：このフォームの著作物欄は{maximum}文字までで、題名が収まりません。題名を短くするか別の窓口を選んでください。',
  },
  'work-too-many': {
    en: 'This form cannot name all the works at once, so it has to be filled in {count} times; each filling stands ready below. Or divide the notice.',
    'zh-CN': '该表单无法一次列出全部作品，需填写{count}次（各次内容已在下方备好）；也可以拆分通知。',
    ja: 'このフォームには全著作物を一度に記載できないため、{count}回の記入が必要です（各回の内容は下に用意済み）。通知を分割することもできます。',
  },
  'right-missing': {
    en: 'Item {item}: choose the right that is infringed.',
    'zh-CN': '第{item}项：请选择被侵害的具体权利。',
    ja: '項目{item}：侵害された権利を選んでください。',
  },
  'description-missing': {
    en: 'Item {item}: say what is shown or offered there.',
    'zh-CN': '第{item}项：请说明侵权行为的具体情况。',
    ja: '項目{item}：そこで何が表示・提供されているかを記入してください。',
  },
  'description-vague': {
    en: 'Item {item}: these words accuse, and do not say what of the work is there. Name the chapter, page, file or version, or how it is shown.',
    'zh-CN': '第{item}项仅有指控，未说明涉及作品的哪些内容。请写明章节、页码、文件、版本或者展示方式。',
    ja: '項目{item}：非難にとどまり、著作物のどの部分かが分かりません。章・ページ・ファイル・版、又は表示の方法を記入してください。',
  },
  'description-general': {
    en: 'Item {item}: the description only says that it infringes. Say what is shown, in which form, where on the page.',
    'zh-CN': '第{item}项：描述过于笼统，仅称“侵权”。请写明展示的内容、形式以及在页面中的位置。',
    ja: '項目{item}：「侵害」と述べるだけの一般的な記述です。何が、どのような形で、ページのどこにあるかを書いてください。',
  },
  'description-private': {
    en: 'Item {item}: “{words}” is a private detail. It is left out of what is passed on or published; take it out of the description.',
    'zh-CN': '第{item}项：“{words}”属于个人信息。可转送或者公开的版本中已隐去，请从说明中删除。',
    ja: '項目{item}：「{words}」は個人情報です。転送・公開用の版では伏せられますが、説明から削除してください。',
  },
  'address-missing': {
    en: 'Item {item}: give the exact address.',
    'zh-CN': '第{item}项：请填写具体网络地址。',
    ja: '項目{item}：正確なURLを記入してください。',
  },
  'address-out-of-scope': {
    en: 'Item {item} has no address on the hosts that this recipient serves.',
    'zh-CN': '第{item}项没有位于该接收方所服务主机上的网络地址。',
    ja: '項目{item}には、この宛先が提供するホスト上のURLがありません。',
  },
  'address-not-exact': {
    en: 'Item {item}: “{url}” is no address that a provider can act on.',
    'zh-CN': '第{item}项：“{url}”不是服务提供者能够据以处理的网络地址。',
    ja: '項目{item}：「{url}」ではプロバイダが対応できません。',
  },
  'address-home-page': {
    en: 'Item {item} names only a home page. Give the page or file itself.',
    'zh-CN': '第{item}项仅为网站首页，请填写具体页面或者文件的地址。',
    ja: '項目{item}はトップページのみです。当該ページ又はファイルのURLを示してください。',
  },
  'scope-unstated': {
    en: 'You named {provider}, and this notice has addresses of {count} sites. Look that it serves all of them, and take out the items it does not serve.',
    'zh-CN':
      '{provider}是您自行指定的接收方，而本通知涉及{count}个网站的地址。请确认其为所有这些网站提供服务，并移除不相关的项目。',
    ja: '{provider}はご自身で指定した宛先ですが、この通知には{count}サイトのURLがあります。すべてに役務を提供しているか確認し、関係のない項目を外してください。',
  },
  'address-mixed-hosts': {
    en: 'This form takes one host name for each report; the items have {hosts}. Make one notice for each.',
    'zh-CN': '该表单每次仅接受一个主机名，现有{hosts}个。请分别制作通知。',
    ja: 'このフォームは1件につき1ホスト名のみです（現在{hosts}件）。ホストごとに分けてください。',
  },
  'address-too-many': {
    en: 'This form takes at most {maximum} addresses; the notice has {urls}. Split it.',
    'zh-CN': '该表单最多接受{maximum}个地址，现有{urls}个，请拆分。',
    ja: 'このフォームは最大{maximum}件のURLまでです（現在{urls}件）。分割してください。',
  },
  'title-no-work': {
    en: 'No title can be shown before a work is chosen.',
    'zh-CN': '尚未选择作品，无法提供权属证明。',
    ja: '著作物が選ばれていないため、権利の証明を示せません。',
  },
  'title-missing': {
    en: '“{work}”: add a document that shows title (registration, publication, contract, original file …).',
    'zh-CN': '《{work}》：请添加权属证明（登记证书、出版物、合同、原始文件等）。',
    ja: '「{work}」：権利を示す資料（登録証、出版物、契約書、原データなど）を追加してください。',
  },
  'capture-missing': {
    en: 'Item {item} has no capture of its own: capture the page.',
    'zh-CN': '第{item}项没有对应的取证记录，请对页面取证。',
    ja: '項目{item}に対応する記録がありません。ページを記録してください。',
  },
  'capture-elsewhere': {
    en: 'Item {item}: its capture shows another page, {page}. Capture the page of the item itself, or choose the capture that shows it.',
    'zh-CN': '第{item}项所附取证显示的是另一页面：{page}。请对该项所在页面取证，或者选择显示该项的取证记录。',
    ja: '項目{item}の記録は別のページ（{page}）のものです。当該ページを記録するか、それを示す記録を選んでください。',
  },
  'capture-other-page': {
    en: 'Item {item}: its capture shows another page of the same site, {page}. Look that the item can be seen there.',
    'zh-CN': '第{item}项所附取证显示的是同一网站的另一页面：{page}。请确认其中能够看到该项内容。',
    ja: '項目{item}の記録は同じサイトの別のページ（{page}）のものです。その中で対象を確認できるか見てください。',
  },
  'capture-changed': {
    en: 'Capture {capture} no longer has the digest it was taken with. It cannot serve as proof; capture again.',
    'zh-CN': '第{capture}号取证记录与取证时的哈希值不一致，不能作为证据，请重新取证。',
    ja: '記録{capture}は取得時のハッシュ値と一致しません。証拠として使えないため、再度記録してください。',
  },
  'capture-unfinished': {
    en: 'Item {item}: its capture was not finished.',
    'zh-CN': '第{item}项：取证未完成。',
    ja: '項目{item}：記録が完了していません。',
  },
  'proof-not-attached': {
    en: 'Chinese law asks for preliminary proof with the notice, and no file is ticked here as attached. Tick the title documents and captures that you send along: the notice lists them.',
    'zh-CN':
      '通知应当附有初步证明材料，目前未勾选任何附件。请勾选随通知提交的权属证明和取证材料，通知将列出附件清单。',
    ja: '中国法では通知に初歩的な証拠を添える必要がありますが、添付するファイルが選ばれていません。添える権利証明書類と取得記録に印を付けてください。通知に一覧が載ります。',
  },
  'capture-observed': {
    en: 'Something observed of item {item} rests on a capture that is gone or did not finish.',
    'zh-CN': '第{item}项的部分“网站呈现情况”所依据的取证已不存在或者未完成。',
    ja: '項目{item}の「サイトでの扱われ方」の一部が、存在しないか完了していない記録に基づいています。',
  },
  'capture-old': {
    en: 'Item {item} was captured {days} days ago: look whether it is still there.',
    'zh-CN': '第{item}项取证于{days}天前，请确认内容是否仍然存在。',
    ja: '項目{item}の記録は{days}日前のものです。現存するか確認してください。',
  },
  'recheck-none': {
    en: 'No re-check is planned: without one nobody will see whether the notice was followed.',
    'zh-CN': '尚未安排复查，将无法证明通知后内容是否被处理。',
    ja: '再確認の予定がありません。通知後の対応を示せなくなります。',
  },
});
