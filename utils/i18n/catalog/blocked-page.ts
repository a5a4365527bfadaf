import { defineCatalog } from '../translate.ts';

/** Why a page cannot be captured, by the `detail` of a `blocked-page` failure: what happened and what to do instead. */
export const BLOCKED_PAGE = defineCatalog({
  'no-page': {
    en: 'This tab shows no page yet. Nothing was taken. Open the infringing page in it, then capture.',
    'zh-CN': '此标签页尚未打开任何网页，未获取任何内容。请先在其中打开侵权页面，再进行取证。',
    ja: 'このタブにはまだページが表示されていません。何も保存していません。侵害ページを開いてから取得してください。',
  },
  'browser-page': {
    en: 'This is a page of the browser itself, which no extension may capture. Nothing was taken. Open the infringing page in a tab and capture that.',
    'zh-CN': '这是浏览器的内置页面，任何扩展都无法对其取证，未获取任何内容。请在标签页中打开侵权页面再取证。',
    ja: 'これはブラウザー自身のページで、どの拡張機能からも取得できません。何も保存していません。侵害ページをタブで開いて取得してください。',
  },
  'extension-page': {
    en: 'This is a page of an extension, not of the web. Nothing was taken. Go to the tab of the infringing page and capture there.',
    'zh-CN': '这是扩展程序的页面，不是网页，未获取任何内容。请切换到侵权页面所在的标签页再取证。',
    ja: 'これは拡張機能のページで、ウェブページではありません。何も保存していません。侵害ページのタブに切り替えて取得してください。',
  },
  store: {
    en: 'Browsers close their extension stores to every extension, this one too. Nothing was taken. If the infringement is an extension offered here, take screenshots with the system’s own tool and use the store’s report form.',
    'zh-CN':
      '浏览器的扩展商店禁止一切扩展（包括本扩展）访问，未获取任何内容。若侵权物正是商店中的扩展，请用操作系统自带的截图工具留证，并通过商店的举报入口投诉。',
    ja: '拡張機能ストアは、この拡張機能も含めどの拡張機能からも操作できません。何も保存していません。侵害物がストアの拡張機能そのものである場合は、OS の画面キャプチャで記録し、ストアの報告フォームを使ってください。',
  },
  'pdf-viewer': {
    en: 'The browser shows this PDF in a viewer of its own, which no extension may look into. Nothing was taken. Capture the page that links to the file, mark the link as the item, and save the PDF itself.',
    'zh-CN':
      '浏览器用自带的阅读器显示此 PDF，扩展无法读取，未获取任何内容。请改为对链接到该文件的网页取证，将该链接标记为侵权项，并另行保存 PDF 文件。',
    ja: 'この PDF はブラウザー内蔵のビューアーで表示されており、拡張機能からは読み取れません。何も保存していません。ファイルへのリンクがあるページを取得し、そのリンクを侵害物として指定したうえで、PDF 自体も保存してください。',
  },
});
