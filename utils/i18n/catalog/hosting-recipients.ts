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
    en: '{provider} keeps or delivers the media at {host}. If that is the infringing media, taking it down there ends the infringement itself, so it comes first.',
    'zh-CN': '{provider} 在 {host} 存放或传送媒体。如侵权媒体来自该处，在那里删除即可终止侵权，故列为首位。',
    ja: '{provider} は {host} のメディアを保管または配信しています。侵害しているメディアがそこから来ているのであれば、そこで削除されることで侵害そのものが終わるため、最初に送ります。',
  },
  'recipient-media-edge': {
    en: '{provider} delivers the media at {host}; who keeps it behind {provider} is not public. It comes first, and is asked to stop the delivery and to pass the notice on.',
    'zh-CN': '{provider} 传送 {host} 的媒体；其背后由谁存放并未公开。列为首位，请其停止传送并转达通知。',
    ja: '{provider} は {host} のメディアを配信しています。その背後で誰が保管しているかは公開されていません。最初に送り、配信の停止と通知の転送を求めます。',
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
  'recipient-host-likely': {
    en: '{provider} runs the network from which {host} is served, itself or for a customer: it can remove the content, or reach whoever can.',
    'zh-CN':
      '{host} 由 {provider} 的网络提供，可能由其自营，也可能由其客户运营：它可以删除内容，或联系能够删除的人。',
    ja: '{host} は {provider} のネットワークから提供されています（自社または顧客による運用）。コンテンツを削除するか、削除できる者に連絡できます。',
  },
  'recipient-item-likely': {
    en: '{provider} runs the network from which the items at {host} come: it can remove them, or reach whoever can.',
    'zh-CN': '{host} 的侵权内容来自 {provider} 的网络：它可以删除，或联系能够删除的人。',
    ja: '{host} の侵害物は {provider} のネットワークから届いています。削除するか、削除できる者に連絡できます。',
  },
  'recipient-host-front': {
    en: 'The address that answers for {host} is of {provider}, but there are signs of a proxy, so the content may lie elsewhere: it is asked to remove it or to pass the notice on.',
    'zh-CN': '{host} 的应答地址属于 {provider}，但有迹象表明存在代理，内容可能在别处：请其删除或转达通知。',
    ja: '{host} に応答するアドレスは {provider} のものですが、プロキシの形跡があり、コンテンツは別の場所にあるかもしれません。削除または通知の転送を求めます。',
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
  'recipient-channel-phone': {
    en: 'It can be reached by telephone only: call, and ask for an address that takes written notices.',
    'zh-CN': '仅公布了电话：请致电询问可接收书面通知的地址。',
    ja: '電話のみ公開されています。電話して、書面の通知を受け付ける宛先を尋ねてください。',
  },
  'recipient-no-channel': {
    en: 'No contact is published: registry of the address, of the network and Abusix were read.',
    'zh-CN': '未公布联系方式：已查阅地址注册局、网络登记及 Abusix。',
    ja: '連絡先は公開されていません。アドレスとネットワークの登録簿および Abusix を確認しました。',
  },
  'recipient-no-channel-incomplete': {
    en: 'No contact is known so far: the registry of the address, that of the network or Abusix gave no answer. Look up again.',
    'zh-CN': '目前没有已知的联系方式：地址注册局、网络登记或 Abusix 未作答复。请重新查询。',
    ja: '連絡先はまだ分かりません。アドレスの登録簿、ネットワークの登録簿または Abusix から回答がありませんでした。もう一度照会してください。',
  },
  'recipient-no-channel-entry': {
    en: 'Its entry in the registry was read: it gives no contact.',
    'zh-CN': '已查阅其登记条目：其中没有联系方式。',
    ja: 'その登録情報を確認しましたが、連絡先は記載されていません。',
  },
  'recipient-no-channel-name': {
    en: 'No contact of {provider} is known. The registry’s contacts of the address belong to whoever runs the network.',
    'zh-CN': '没有已知的 {provider} 联系方式。该地址的登记联系方式属于网络运营者。',
    ja: '{provider} の連絡先は分かりません。アドレスの登録上の連絡先はネットワークの運用者のものです。',
  },
  'recipient-not-looked-up': {
    en: 'No contact is known: no registry has been asked.',
    'zh-CN': '没有已知的联系方式：尚未查询任何登记机构。',
    ja: '連絡先は分かりません。登録簿への照会は行われていません。',
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
