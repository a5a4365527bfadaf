import { defineCatalog } from '../translate.ts';

/** Findings about what is asked, of whom, in which words, and the notifier's own confirmations. */
export const READINESS_REQUEST = defineCatalog({
  'reason-missing': {
    en: 'Say why you ask for this.',
    'zh-CN': '请说明要求采取措施的理由。',
    ja: '求める理由を記入してください。',
  },
  'reason-demand': {
    en: '“{words}”: a Canadian notice may hold no settlement offer, no demand for payment or personal data and no link to one.',
    'zh-CN': '“{words}”：加拿大通知不得含有和解要约、付款或者索取个人信息的内容，也不得含有相应链接。',
    ja: '「{words}」：カナダの通知には和解の申出、支払や個人情報の要求、又はそれへのリンクを含められません。',
  },
  'reason-demand-described': {
    en: '“{words}”: look that this only describes what was found. A Canadian notice may hold no settlement offer, no demand for payment or personal data and no link to one.',
    'zh-CN':
      '“{words}”：请确认此处仅为对事实的描述。加拿大通知不得含有和解要约、付款或者索取个人信息的内容，也不得含有相应链接。',
    ja: '「{words}」：事実の説明にとどまるか確認してください。カナダの通知には和解の申出、支払や個人情報の要求、又はそれへのリンクを含められません。',
  },
  'reason-private': {
    en: '“{words}” is a private detail. It is left out of what is passed on or published; take it out of this text.',
    'zh-CN': '“{words}”属于个人信息。可转送或者公开的版本中已隐去，请从该文字中删除。',
    ja: '「{words}」は個人情報です。転送・公開用の版では伏せられますが、この文面から削除してください。',
  },
  'measure-missing': {
    en: 'Say what the recipient is asked to do.',
    'zh-CN': '请写明要求对方采取的措施。',
    ja: '宛先に求める措置を記入してください。',
  },
  'measure-server': {
    en: 'You ask a provider to stop a whole server. Courts found that disproportionate; ask for the exact addresses where you can.',
    'zh-CN': '您要求停止整台服务器。法院认为此类措施超出必要限度，请尽量针对具体地址。',
    ja: 'サーバ全体の停止は裁判所により過大とされています。可能な限り個別のURLを対象としてください。',
  },
  'measure-server-unjustified': {
    en: 'You ask a provider to stop a whole server and do not say why nothing less would do.',
    'zh-CN': '您要求停止整台服务器，但未说明为何较轻措施不足。',
    ja: 'サーバ全体の停止を求めていますが、より軽い措置では足りない理由がありません。',
  },
  'measure-everything': {
    en: 'A demand to delete everything was refused in court: list the models and images one by one.',
    'zh-CN': '“全部删除”的请求曾被法院驳回，请逐一列明模型和图片。',
    ja: '「すべて削除」の請求は裁判で退けられています。モデルと画像を個別に列挙してください。',
  },
  'measure-host-unknown': {
    en: 'Only the network in front of the site is written to; who hosts it is not known. Ask the recipient, then write to the host.',
    'zh-CN': '目前仅通知了内容分发网络，尚不知实际主机服务商。请要求对方披露后再通知主机服务商。',
    ja: '宛先はCDNのみで、実際のホストは不明です。宛先に照会し、判明後ホストにも通知してください。',
  },
  'measure-cache-origin': {
    en: 'You ask a cache to empty itself. It must do so only where the material is gone at its origin, or a court ordered that, and your notice says so. Confirm that statement below if it is true; otherwise take this measure out.',
    'zh-CN':
      '您请求清除缓存。依该条，仅当源站已移除内容或者法院已下令移除，且通知写明此点时，缓存服务商才须清除。如属实，请确认下方相应声明；否则请取消该项措施。',
    ja: 'キャッシュの消去を求めていますが、配信元で削除済みか裁判所が削除を命じ、通知にその旨を記載した場合にのみ義務となります。事実であれば下の該当する表明を確認し、そうでなければこの措置を外してください。',
  },
  'measure-forwarding': {
    en: 'Expect this recipient to pass the notice on, not to remove anything.',
    'zh-CN': '该接收方一般仅转送通知，不会自行删除内容。',
    ja: 'この宛先は通知を転送するのみで、削除はしないのが通常です。',
  },
  'measure-counsel': {
    en: 'If the other side answers with a counter-notice, see counsel before the period ends.',
    'zh-CN': '如对方提交反通知（声明），请在期限届满前咨询律师。',
    ja: '相手方が異議を申し立てた場合は、期間満了前に弁護士に相談してください。',
  },
  'channel-missing': {
    en: 'Choose how {provider} is reached.',
    'zh-CN': '请选择向{provider}送达的渠道。',
    ja: '{provider}への送付方法を選んでください。',
  },
  'channel-ticket': {
    en: 'A support ticket is not an appropriate channel (Ali Cloud case). Choose the complaint form or address of {provider}.',
    'zh-CN': '工单不是恰当的通知渠道（阿里云案）。请选择{provider}的投诉表单或者投诉地址。',
    ja: 'サポートチケットは適切な通知経路ではありません（アリババクラウド事件）。{provider}の申立窓口を選んでください。',
  },
  'channel-field-empty': {
    en: 'The form requires “{field}”, and it would stay empty.',
    'zh-CN': '该表单要求填写“{field}”，目前为空。',
    ja: 'フォームの必須欄「{field}」が空欄のままです。',
  },
  'channel-unchecked': {
    en: 'This channel of {provider} was last looked at more than 90 days ago: check that it still stands.',
    'zh-CN': '{provider}的该渠道已逾90天未核实，请确认其仍可使用。',
    ja: '{provider}のこの窓口は90日以上確認されていません。現在も使えるか確認してください。',
  },
  'channel-never-checked': {
    en: 'Nobody has recorded when this channel of {provider} was last looked at: check that it stands.',
    'zh-CN': '{provider}的该渠道没有核实日期记录，请确认其仍可使用。',
    ja: '{provider}のこの窓口には確認日の記録がありません。使えるか確認してください。',
  },
  'channel-seat-unknown': {
    en: 'Where {provider} has its seat is not known here, and this is a notice under United States law: check that this law reaches it, or choose another.',
    'zh-CN': '{provider}的所在地未知，而本通知依据美国法律：请确认该法律适用于对方，或者另选法律。',
    ja: '{provider}の所在地が不明なまま、米国法に基づく通知になっています。この法律が及ぶか確認し、必要なら別の法律を選んでください。',
  },
  'channel-seat-registered': {
    en: 'Where {provider} has its seat is not known here. Its addresses are registered in {country}, which is a hint and no seat, and this is a notice under United States law: check that this law reaches it, or choose another.',
    'zh-CN':
      '{provider}的所在地未知；其网络地址登记于{country}，仅供参考，并非所在地。本通知依据美国法律，请确认该法律适用于对方，或者另选法律。',
    ja: '{provider}の所在地は不明です。IPアドレスの登録国は{country}ですが、これは手掛かりにすぎず所在地ではありません。本通知は米国法に基づくため、この法律が及ぶか確認し、必要なら別の法律を選んでください。',
  },
  'channel-undesignated': {
    en: 'Nothing shows that {provider} designated this channel for such notices.',
    'zh-CN': '尚无依据表明{provider}将该渠道指定用于接收此类通知。',
    ja: '{provider}がこの窓口を当該通知用に指定したことを示すものがありません。',
  },
  'channel-class': {
    en: 'This law does not cover what {provider} does, as it is set down here.',
    'zh-CN': '按目前登记的服务类型，该法律规定不适用于{provider}。',
    ja: '登録されたサービス種別では、この法律は{provider}に適用されません。',
  },
  'channel-not-us': {
    en: '{provider} is not in the United States and may not answer to a notice under United States law.',
    'zh-CN': '{provider}不在美国，可能不会处理依据美国法律发出的通知。',
    ja: '{provider}は米国外にあり、米国法に基づく通知に応じない場合があります。',
  },
  'channel-attachments': {
    en: 'This channel takes no attachments. The text stands alone; offer the bundle on request.',
    'zh-CN': '该渠道不接受附件。通知文本已载明各项内容，初步证明材料请另行提交。',
    ja: 'この窓口は添付を受け付けません。本文は単独で完結しており、証拠一式は求めに応じて提供してください。',
  },
  'channel-oversized': {
    en: 'Too large for this channel: {size} of at most {maximum}.',
    'zh-CN': '超出该渠道的限制：现为{size}，上限{maximum}。',
    ja: 'この窓口には大きすぎます：{size}（上限{maximum}）。',
  },
  'channel-shortened': {
    en: 'The form takes less text than there is; these fields were cut: {fields}.',
    'zh-CN': '内容超出表单限制，下列字段已被截断：{fields}。',
    ja: 'フォームの文字数を超えたため、次の欄を短縮しました：{fields}。',
  },
  'channel-form-law': {
    en: 'This form has you make statements under {law}, and under no other law; you would make them without having read them here. Choose another channel of {provider}, or write this notice under that law.',
    'zh-CN':
      '该表单仅要求依{law}作出声明，您将在未于此处阅读的情况下作出该声明。请选择{provider}的其他渠道，或者将本通知改为依该法律。',
    ja: 'このフォームでは{law}に基づく表明のみを求められ、ここで読まないまま表明することになります。{provider}の別の窓口を選ぶか、この通知の根拠をその法律に変えてください。',
  },
  'channel-publishes': {
    en: 'This recipient may publish the notice: use the forward-safe form.',
    'zh-CN': '该接收方可能公开通知内容，请使用可转送版本。',
    ja: 'この宛先は通知を公開することがあります。転送用の版を使ってください。',
  },
  'regime-unverified': {
    en: 'Our record of this law was not checked against its text. Ask counsel before relying on it.',
    'zh-CN': '本工具对该法律的记录未经原文核实，使用前请咨询律师。',
    ja: 'この法律に関する記録は原文と照合されていません。依拠する前に弁護士に確認してください。',
  },
  'language-mismatch': {
    en: 'The notice is in {language}; under this law it is written in {expected}.',
    'zh-CN': '通知语言为{language}，依该法通常应使用{expected}。',
    ja: '通知の言語は{language}ですが、この法律では{expected}で書かれます。',
  },
  'language-channel': {
    en: 'The notice is in {language}; this channel reads {expected}.',
    'zh-CN': '通知语言为{language}，该渠道使用{expected}。',
    ja: '通知の言語は{language}ですが、この窓口の言語は{expected}です。',
  },
  'statement-unconfirmed': {
    en: 'Read this statement and confirm it yourself.',
    'zh-CN': '请阅读并亲自确认该声明。',
    ja: 'この表明を読み、ご自身で確認してください。',
  },
  'statement-changed': {
    en: 'The words of this statement changed after it was confirmed. Read and confirm it again.',
    'zh-CN': '该声明在确认后文字已变动，请重新阅读并确认。',
    ja: '確認後にこの表明の文言が変わりました。再度読んで確認してください。',
  },
  'statement-by-another': {
    en: 'This statement was confirmed under another name than that of the notifier: read and confirm it again.',
    'zh-CN': '该声明并非以现通知人的名义确认，请重新阅读并确认。',
    ja: 'この表明は現在の通知者とは別の名義で確認されています。読み直して確認してください。',
  },
  'exception-unanswered': {
    en: 'Say whether the use may be allowed: {exception}.',
    'zh-CN': '请回答该使用是否可能属于合法情形：{exception}。',
    ja: '許容される利用に当たるか回答してください：{exception}。',
  },
  'exception-unsure': {
    en: 'You are not sure whether the use is allowed ({exception}): ask counsel first.',
    'zh-CN': '您不确定该使用是否合法（{exception}），请先咨询律师。',
    ja: '許容される利用か不明です（{exception}）。先に弁護士に相談してください。',
  },
  'exception-unsure-sworn': {
    en: 'You are not sure about this ({exception}), and this notice states a good faith belief that the use is not authorised. Look into your own licences and uploads first, then answer again.',
    'zh-CN':
      '您对此不确定（{exception}），而本通知声明善意相信该使用未经许可。请先核查自己的授权和上传情况，再重新回答。',
    ja: 'この点が不明のまま（{exception}）、通知では無許諾と誠実に信じる旨を表明することになります。ご自身の許諾やアップロードを確認してから回答し直してください。',
  },
  'exception-applies': {
    en: 'You answered that the use is allowed ({exception}): then no notice is due.',
    'zh-CN': '您已表示该使用合法（{exception}），不应发出通知。',
    ja: '許容される利用と回答されています（{exception}）。通知はできません。',
  },
  'signature-missing': {
    en: 'Type your name last, when all else is done.',
    'zh-CN': '请在其他事项完成后最后签署姓名。',
    ja: '最後にお名前を入力して署名してください。',
  },
  'signature-text-changed': {
    en: 'The text changed after it was signed. Read it and sign again.',
    'zh-CN': '签署后文本已变动，请重新阅读并签署。',
    ja: '署名後に本文が変わりました。再度読んで署名してください。',
  },
  'signature-not-last': {
    en: 'Something was confirmed after the signature. Sign again.',
    'zh-CN': '签署之后又有确认事项，请重新签署。',
    ja: '署名後に確認された事項があります。再度署名してください。',
  },
  'signature-name': {
    en: 'The signature is not the name of the notifier.',
    'zh-CN': '签名与通知人姓名不一致。',
    ja: '署名が通知者の氏名と一致しません。',
  },
  'signature-another': {
    en: '{confirmed} confirmed the statements, and {signed} signed. One person does both: sign as {confirmed}, or let {signed} confirm each statement.',
    'zh-CN':
      '声明由{confirmed}确认，签名却为{signed}。二者应为同一人：请由{confirmed}签名，或者由{signed}逐项确认声明。',
    ja: '表明を確認したのは{confirmed}ですが、署名は{signed}です。同一人でなければなりません。{confirmed}が署名するか、{signed}が表明を一つずつ確認してください。',
  },
  'signature-organisation': {
    en: 'This notice declares something under penalty of perjury, and {party} is an organisation: sign with the name of a natural person who is authorised to act for it.',
    'zh-CN':
      '本通知含有“如有虚假愿受伪证罪处罚”的声明，而{party}是单位：请以有权代表该单位的自然人姓名签署。',
    ja: 'この通知には偽証罪の制裁の下での表明があり、{party}は法人・団体です。これを代表する権限のある個人の氏名で署名してください。',
  },
  'duplicate-live': {
    en: 'A notice of {at} to {provider} about the same address still stands.',
    'zh-CN': '{at}向{provider}就同一地址发出的通知仍在处理中。',
    ja: '{at}に{provider}へ同じURLについて送付した通知がまだ取り下げられていません。',
  },
  'duplicate-restored': {
    en: 'The content was restored after an earlier notice. Under Chinese law a second notice is not the way: complain or sue.',
    'zh-CN': '内容在先前通知后已恢复。依中国法律不得再次通知，应当投诉或者起诉。',
    ja: '先の通知後に内容が復元されています。中国法では再通知ではなく申立て又は提訴によります。',
  },
});
