import { defineCatalog } from '../translate.ts';

/** Why somebody gets the notice, and why in this place of the order. */
export const HOSTING_RECIPIENTS = defineCatalog({
  'lead-mx': {
    en: 'mail for the domain goes to a server of its own',
    'zh-CN': '该域名的邮件送往其自有服务器',
    ja: 'ドメイン宛てのメールは自前のサーバーに届く',
  },
  'lead-spf': {
    en: 'the domain lets this address send its mail',
    'zh-CN': '该域名允许此地址代发邮件',
    ja: 'ドメインはこのアドレスからのメール送信を認めている',
  },
  'lead-sibling': {
    en: 'a host of the same domain answered without the edge',
    'zh-CN': '同一域名下的另一主机未经边缘节点直接应答',
    ja: '同じドメインの別ホストがエッジを経ずに応答した',
  },
  'lead-redirect': {
    en: 'a redirect on the way came from here',
    'zh-CN': '途中的一次跳转来自此处',
    ja: '途中の転送がここから来た',
  },
  'lead-ptr': {
    en: 'the reverse name of the address is of the domain',
    'zh-CN': '该地址的反向域名属于此域名',
    ja: 'アドレスの逆引き名がこのドメインに属する',
  },
  'lead-header': {
    en: 'a response header names it; headers can be forged',
    'zh-CN': '响应标头提到它；标头可能是伪造的',
    ja: '応答ヘッダーに名前がある。ヘッダーは偽造できる',
  },
  'recipient-media': {
    en: '{provider} keeps or delivers the media at {host}: taking it down there ends the infringement itself, so it comes first.',
    'zh-CN': '{provider} 在 {host} 存放或传送媒体：在那里删除即可终止侵权，故列为首位。',
    ja: '{provider} は {host} のメディアを保管または配信しています。そこで削除されれば侵害そのものが終わるため、最初に送ります。',
  },
  'recipient-media-edge': {
    en: '{provider} stands in front of the media at {host}: it comes first and is asked to pass the notice on.',
    'zh-CN': '{provider} 位于 {host} 的媒体之前：列为首位，并请其转达通知。',
    ja: '{provider} は {host} のメディアの前段にあります。最初に送り、通知の転送を求めます。',
  },
  'recipient-item': {
    en: '{provider} keeps the infringing items at {host}.',
    'zh-CN': '{provider} 在 {host} 存放侵权内容。',
    ja: '{provider} は {host} の侵害物を保管しています。',
  },
  'recipient-platform': {
    en: '{provider} is the platform on which the content stands ({host}): it takes notices itself, whatever network it uses.',
    'zh-CN': '{provider} 是内容所在的平台（{host}）：无论使用何种网络，均由其自行接收通知。',
    ja: '{provider} はコンテンツが置かれた運営者です（{host}）。使用するネットワークにかかわらず自ら通知を受け付けます。',
  },
  'recipient-host': {
    en: '{provider} serves {host} directly and can remove the content.',
    'zh-CN': '{provider} 直接提供 {host}，可以删除内容。',
    ja: '{provider} は {host} を直接提供しており、コンテンツを削除できます。',
  },
  'recipient-edge': {
    en: '{provider} is all that shows of {host}: it is asked to pass the notice on.',
    'zh-CN': '{host} 只能看到 {provider}：请其转达通知。',
    ja: '{host} について見えるのは {provider} だけです。通知の転送を求めます。',
  },
  'recipient-layer': {
    en: '{provider} is a further layer of {host}: it follows those nearer to the content.',
    'zh-CN': '{provider} 是 {host} 的另一层：排在更接近内容者之后。',
    ja: '{provider} は {host} の別の層です。コンテンツにより近い者の後に送ります。',
  },
  'recipient-registrar': {
    en: '{provider} registered {host} and keeps no content: it comes last.',
    'zh-CN': '{provider} 注册了 {host}，但不存放内容：列为最后。',
    ja: '{provider} は {host} を登録しただけでコンテンツを保管していないため、最後に送ります。',
  },
  'recipient-no-channel': {
    en: 'No contact is published: registry of the address, of the network and Abusix were read.',
    'zh-CN': '未公布联系方式：已查阅地址注册局、网络登记及 Abusix。',
    ja: '連絡先は公開されていません。アドレスとネットワークの登録簿および Abusix を確認しました。',
  },
  'recipient-channel-user': {
    en: 'The channel is one you entered; it outranks the bundled one.',
    'zh-CN': '该渠道由您录入，优先于内置渠道。',
    ja: 'この連絡経路はあなたが入力したもので、内蔵のものより優先されます。',
  },
  'recipient-channel-unchecked': {
    en: 'The channel comes from common knowledge: check it before use.',
    'zh-CN': '该渠道来自一般了解：使用前请核对。',
    ja: 'この連絡経路は一般的な情報によるものです。使用前に確認してください。',
  },
  'recipient-channel-registry': {
    en: 'The channel is the abuse contact given by {source}; nobody designated it for copyright notices.',
    'zh-CN': '该渠道是 {source} 提供的滥用投诉联系方式；并非专为版权通知指定。',
    ja: 'この連絡経路は {source} にある不正利用の連絡先で、著作権通知用に指定されたものではありません。',
  },
  'recipient-quote': {
    en: 'Quote {name}: {value}, which names its customer.',
    'zh-CN': '请注明 {name}: {value}，它标明其客户。',
    ja: '{name}: {value} を記載してください。顧客を示す番号です。',
  },
  'recipient-ask-host': {
    en: 'Who hosts behind {provider} is not public: ask it, and send a second notice once the host is named.',
    'zh-CN': '{provider} 背后的主机方未公开：请向其询问，得知后再发第二份通知。',
    ja: '{provider} の背後のホストは公開されていません。照会し、判明したら二通目の通知を送ってください。',
  },
});
