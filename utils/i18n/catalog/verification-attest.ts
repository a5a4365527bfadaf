import { defineCatalog } from '../translate.ts';

/** Findings of the verifier about signatures and timestamps. */
export const ATTEST_FINDINGS = defineCatalog({
  'finding-signature-wrong': {
    en: 'The signature does not hold ({detail}).',
    'zh-CN': '签名无效（{detail}）。',
    ja: '署名が有効ではありません（{detail}）。',
  },
  'finding-signature-stripped': {
    en: 'The bundle says it was signed, but the signature was taken away.',
    'zh-CN': '证据包声明已签名，但签名已被移除。',
    ja: '署名済みと記載されていますが、署名が取り除かれています。',
  },
  'finding-signature-other-key': {
    en: 'It was signed with another key than the bundle names.',
    'zh-CN': '签名所用密钥与证据包声明的不同。',
    ja: '記載されたものとは別の鍵で署名されています。',
  },
  'finding-signer-unexpected': {
    en: 'It is not signed with the key that you named ({detail}).',
    'zh-CN': '并非由您所指定的密钥签名（{detail}）。',
    ja: '指定された鍵で署名されていません（{detail}）。',
  },
  'finding-unsigned': {
    en: 'It is not signed: nothing in it shows who made it, and whoever had it could have changed anything and computed all digests anew.',
    'zh-CN': '未经签名：其中没有任何内容表明由谁制作，经手者可能改动任何内容并重新计算全部哈希值。',
    ja: '署名がありません。作成者を示すものがなく、手にした者は何でも変更して全ハッシュ値を計算し直せます。',
  },
  'finding-archive-wrong': {
    en: '{path}: the page archive contradicts itself ({detail}).',
    'zh-CN': '{path}：页面存档自相矛盾（{detail}）。',
    ja: '{path}：ページのアーカイブの内容が矛盾しています（{detail}）。',
  },
  'finding-timestamp-wrong': {
    en: '{path}: the timestamp does not hold ({detail}).',
    'zh-CN': '{path}：时间戳无效（{detail}）。',
    ja: '{path}：タイムスタンプが有効ではありません（{detail}）。',
  },
  'finding-timestamp-unknown-root': {
    en: '{path}: in order, but from an authority this verifier does not know ({detail}). Whether to believe it is for you to decide.',
    'zh-CN': '{path}：本身无误，但颁发机构不在本核验程序已知之列（{detail}），是否采信请自行判断。',
    ja: '{path}：形式は正しいものの、この検証が知らない認証局によるものです（{detail}）。信頼するかどうかはご判断ください。',
  },
  'finding-timestamp-record': {
    en: '{path}: what is written down about the timestamp is not what the timestamp itself says ({detail}).',
    'zh-CN': '{path}：关于时间戳的记载与时间戳本身不符（{detail}）。',
    ja: '{path}：タイムスタンプについての記載が、タイムスタンプ自体の内容と異なります（{detail}）。',
  },
});
