import { defineCatalog } from '../translate.ts';

/** Forms at the end of the report, to fill in. The United States certificate itself is always in English. */
export const REPORT_DECLARATIONS = defineCatalog({
  'declaration-heading': {
    en: 'Declaration: visited and saw',
    'zh-CN': '亲自访问与所见声明',
    ja: '閲覧と確認に関する陳述',
  },
  'declaration-note': {
    en: 'To be filled in and signed by the person who made the captures, after reading it. It declares nothing until it is signed.',
    'zh-CN': '由进行取证的本人阅读后填写并签名。签名之前不构成任何声明。',
    ja: '取得を行った本人が読んだうえで記入し、署名してください。署名されるまでは何の陳述にもなりません。',
  },
  'declaration-1': {
    en: 'My name is {name}. My occupation and address are {address}. I make this declaration of my own knowledge.',
    'zh-CN': '本人姓名：{name}。职业及住址：{address}。本声明依据本人亲身所知作出。',
    ja: '私の氏名は {name} です。職業および住所は {address} です。本陳述は私自身が知る事実に基づきます。',
  },
  'declaration-2': {
    en: 'At the times stated in this report I visited, with the browser it names, the pages of the captures numbered {numbers}, and made these captures. I was at {place}.',
    'zh-CN':
      '本人在本报告所载时间，用其载明的浏览器访问了编号为 {numbers} 的取证所涉页面，并亲自进行了该等取证。当时本人位于 {place}。',
    ja: '私は、この報告書に記載された日時に、記載されたブラウザーで、番号 {numbers} の取得に係るページを閲覧し、その取得を行いました。そのときの所在地は {place} です。',
  },
  'declaration-3': {
    en: 'Of these captures I saw on my screen what the pictures shots/viewport.png show. The pages were changed in no other way than this report states under “What the tool did to the page”; I did not change the files.',
    'zh-CN':
      '上述取证的 shots/viewport.png 画面所示内容，系本人在屏幕上亲眼所见。除本报告“本工具对页面所作的操作”所载之外，页面未作其他改动；文件未经本人改动。',
    ja: 'これらの取得の shots/viewport.png が示す内容は、私が自分の画面で見たものです。ページには「本ツールがページに加えた操作」に記載されたもの以外の変更はなく、ファイルは変更していません。',
  },
  'declaration-4': {
    en: 'Anything else I have to say about how the captures were made: {remarks}',
    'zh-CN': '关于取证过程的其他说明：{remarks}',
    ja: '取得の経緯について、ほかに述べること：{remarks}',
  },
  'declaration-scope': {
    en: 'It can cover captures made by hand on the installation that wrote this report: {numbers}.',
    'zh-CN': '本声明可涵盖在生成本报告的安装上亲自操作的取证：{numbers}。',
    ja: 'この陳述の対象となり得るのは、この報告書を作成した環境で手動により行われた取得です：{numbers}。',
  },
  'declaration-others': {
    en: 'The others ({count}) ran unattended (command line, re-checks) or came from another installation. Nobody can declare here to have seen them.',
    'zh-CN': '另有 {count} 次取证系无人值守运行（命令行、复查）或来自其他安装，不得在此声明亲眼所见。',
    ja: 'ほかの {count} 件は無人で実行されたもの（コマンドライン、再確認）か、別の環境から来たもので、ここで見たと述べることはできません。',
  },
  'declaration-nobody': {
    en: 'No capture of this report was made by hand on the installation that wrote it. So there is nothing here that somebody could declare to have seen.',
    'zh-CN': '本报告中没有在生成本报告的安装上亲自操作的取证，因此没有可供声明亲眼所见的内容。',
    ja: 'この報告書には、作成した環境で手動により行われた取得がありません。したがって、見たと述べられるものはありません。',
  },
  'certificate-others': {
    en: 'Left out of it are captures that came from another installation, or with a bundle that did not verify ({count}).',
    'zh-CN': '其中未包括 {count} 次取证：它们来自其他安装，或随未通过核验的证据包导入。',
    ja: '{count} 件の取得は含まれていません。別の環境から来たもの、または検証に通らなかった証拠パッケージに含まれていたものです。',
  },
  'declaration-oath': {
    en: 'I declare under penalty of perjury (outside the United States: under penalty of perjury under the laws of the United States of America) that the foregoing is true and correct. 28 U.S.C. § 1746. For another forum, use the form of oath its law requires.',
    'zh-CN':
      '本人保证以上内容真实无误，如有不实，愿承担相应法律责任。向具体法院或机关提交时，请按其所适用的法律要求调整誓词。',
    ja: '以上は真実に相違ありません。提出先の法令が宣誓の方式を定めている場合は、それに従ってください。',
  },
  'certificate-heading': {
    en: 'Certificate under Federal Rules of Evidence 902(13) and 902(14)',
    'zh-CN': '美国《联邦证据规则》第 902(13)、902(14) 条证明书',
    ja: '米国連邦証拠規則 902(13)・902(14) に基づく証明書',
  },
  'certificate-note': {
    en: 'For courts of the United States; to be filled in by a qualified person. The certifier must be able to say from knowledge or training how the records were made. The other side needs reasonable notice, with the record and the certificate, before trial (Rule 902(11)).',
    'zh-CN':
      '供美国法院使用，由具备资格的人员填写，故以英文印制。证明人须凭知识或专业训练说明记录的生成方式；并须在庭审前以合理方式通知对方，并提供记录和证明书（规则 902(11)）。',
    ja: '米国の裁判所向けで、資格のある者が記入するため英語で印刷しています。証明者は、記録の作成方法を知識または訓練に基づいて説明できなければなりません。公判前に、記録と証明書を示して相手方に合理的な通知を行う必要があります（規則 902(11)）。',
  },
  'field-name': { en: 'name', 'zh-CN': '姓名', ja: '氏名' },
  'field-address': { en: 'occupation and address', 'zh-CN': '职业及住址', ja: '職業および住所' },
  'field-numbers': { en: 'numbers of the captures', 'zh-CN': '取证编号', ja: '取得の番号' },
  'field-place': { en: 'place', 'zh-CN': '地点', ja: '所在地' },
  'field-remarks': { en: 'remarks, or “none”', 'zh-CN': '说明，或填“无”', ja: '備考、または「なし」' },
  'field-date': { en: 'date', 'zh-CN': '日期', ja: '日付' },
  'field-signature': { en: 'signature', 'zh-CN': '签名', ja: '署名' },
});
