import type { CaptureState, CaptureTrigger, StepState } from '../../case/capture.ts';
import { defineCatalog, type Message } from '../translate.ts';

type Keyed<Prefix extends string, K extends string> = Record<`${Prefix}.${K}`, Message>;

/** States of captures and their steps, and what starts a capture. A new state without a word does not compile. */
export const CAPTURE_STATES = defineCatalog({
  'state.running': { en: 'Capturing', 'zh-CN': '取证中', ja: '取得中' },
  'state.complete': { en: 'Complete', 'zh-CN': '完整', ja: '完全' },
  'state.partial': { en: 'Partial', 'zh-CN': '部分完成', ja: '一部のみ' },
  'state.failed': { en: 'Failed', 'zh-CN': '失败', ja: '失敗' },
  'state.cancelled': { en: 'Cancelled', 'zh-CN': '已取消', ja: '中止' },
  'state.interrupted': { en: 'Interrupted', 'zh-CN': '意外中断', ja: '中断' },
  'step-state.waiting': { en: 'waiting', 'zh-CN': '等待', ja: '待機中' },
  'step-state.running': { en: 'in progress', 'zh-CN': '进行中', ja: '実行中' },
  'step-state.done': { en: 'done', 'zh-CN': '完成', ja: '完了' },
  'step-state.failed': { en: 'failed', 'zh-CN': '失败', ja: '失敗' },
  'step-state.skipped': { en: 'skipped', 'zh-CN': '已跳过', ja: '省略' },
  'step-state.cancelled': { en: 'cancelled', 'zh-CN': '已取消', ja: '中止' },
  'trigger.toolbar': { en: 'Toolbar button', 'zh-CN': '工具栏按钮', ja: 'ツールバーのボタン' },
  'trigger.shortcut': { en: 'Keyboard shortcut', 'zh-CN': '快捷键', ja: 'ショートカットキー' },
  'trigger.menu': { en: 'Context menu', 'zh-CN': '右键菜单', ja: '右クリックメニュー' },
  'trigger.panel': { en: 'Side panel', 'zh-CN': '侧边栏', ja: 'サイドパネル' },
  'trigger.command-line': { en: 'Command line', 'zh-CN': '命令行', ja: 'コマンドライン' },
  'trigger.re-check': { en: 'Re-check', 'zh-CN': '复查', ja: '再確認' },
} satisfies Keyed<'state', CaptureState> & Keyed<'step-state', StepState> & Keyed<'trigger', CaptureTrigger>);

/** Names of steps. A step not listed here shows its id. */
export const STEP_NAMES = defineCatalog({
  'step.record': {
    en: 'Loading the page anew, recording',
    'zh-CN': '重新加载并录制网页',
    ja: 'ページを再読み込みして記録',
  },
  'step.stop-recording': { en: 'End of the recording', 'zh-CN': '结束录制', ja: '記録の終了' },
  'step.marks': { en: 'What you marked', 'zh-CN': '读取标记', ja: '指定した対象' },
  'step.items': { en: 'Pictures of marked items', 'zh-CN': '标记内容截图', ja: '指定した対象の画像' },
  'step.viewport': { en: 'What is on the screen', 'zh-CN': '当前可见画面', ja: '表示中の画面' },
  'step.facts': { en: 'Facts of the page', 'zh-CN': '页面信息', ja: 'ページの情報' },
  'step.network': { en: 'Network record', 'zh-CN': '网络连接记录', ja: '通信記録' },
  'step.scroll-pass': { en: 'Loading the whole page', 'zh-CN': '滚动加载整页', ja: 'ページ全体の読み込み' },
  'step.whole-page': { en: 'Whole page, top to bottom', 'zh-CN': '整页截图', ja: 'ページ全体の画像' },
  'step.page-html': { en: 'The page’s code', 'zh-CN': '网页代码', ja: 'ページのコード' },
  'step.page-archive': { en: 'Archive of the page', 'zh-CN': '网页存档', ja: 'ページのアーカイブ' },
  'step.inner-scroll': {
    en: 'Scrolling areas inside the page',
    'zh-CN': '页面内的滚动区域',
    ja: 'ページ内のスクロール領域',
  },
  'step.har': {
    en: 'Network record for other tools (HAR)',
    'zh-CN': '网络记录（HAR）',
    ja: '通信記録（HAR）',
  },
  'step.web-archive': {
    en: 'Web archive (WACZ)',
    'zh-CN': '网页归档（WACZ）',
    ja: 'ウェブアーカイブ（WACZ）',
  },
  'step.viewport-again': {
    en: 'The screen once more, to compare',
    'zh-CN': '再次截取画面以比对',
    ja: '比較のための再撮影',
  },
  'step.changes': { en: 'What was done to the page', 'zh-CN': '对页面所做改动', ja: 'ページに加えた操作' },
  'step.media': { en: 'Video and audio sources', 'zh-CN': '音视频来源', ja: '動画・音声の配信元' },
  'step.hosting': { en: 'Who serves the page', 'zh-CN': '服务器与服务商', ja: 'サーバーと事業者' },
  'step.verification-fetch': {
    en: 'Second fetch for comparison',
    'zh-CN': '二次获取比对',
    ja: '再取得による照合',
  },
  'step.timestamp': { en: 'Trusted timestamp', 'zh-CN': '可信时间戳', ja: 'タイムスタンプ' },
  'step.finalise': { en: 'Sealing the record', 'zh-CN': '固定证据', ja: '記録の確定' },
});

/** Names of what a capture may lack besides whole steps. What is not listed shows its id. */
export const MISSING_NAMES = defineCatalog({
  'missing.main-response': {
    en: 'The page’s own connection',
    'zh-CN': '页面自身的网络连接',
    ja: 'ページ自体の通信',
  },
  'missing.requests': { en: 'Some network requests', 'zh-CN': '部分网络请求', ja: '一部の通信' },
  'missing.page-html.rest': {
    en: 'The end of the page’s code',
    'zh-CN': '网页代码的后半部分',
    ja: 'ページのコードの後半',
  },
  'missing.whole-page.below': {
    en: 'The page below the height limit',
    'zh-CN': '超出高度上限的页面部分',
    ja: '高さの上限より下の部分',
  },
  'missing.page.mhtml': { en: 'MHTML archive', 'zh-CN': 'MHTML 存档', ja: 'MHTML アーカイブ' },
  'missing.page-html.frames': {
    en: 'Code of some frames',
    'zh-CN': '部分内嵌框架的代码',
    ja: '一部の埋め込みフレームのコード',
  },
  'missing.viewport-again.difference': {
    en: 'The screen changed during the capture',
    'zh-CN': '取证期间画面有变化',
    ja: '取得中に画面が変化しました',
  },
  'missing.scroll-pass.rest': {
    en: 'The rest of the page was not scrolled',
    'zh-CN': '未滚动到页面末尾',
    ja: '最後まではスクロールしていません',
  },
  'missing.hosting.lookups': {
    en: 'Public records about the servers',
    'zh-CN': '服务器的公开记录',
    ja: 'サーバーに関する公開情報',
  },
  'missing.page.wacz.rest': {
    en: 'Part of the web archive',
    'zh-CN': '部分网页归档内容',
    ja: 'ウェブアーカイブの一部',
  },
  'missing.tls-chain': { en: 'TLS certificate chain', 'zh-CN': 'TLS 证书链', ja: 'TLS 証明書チェーン' },
  'missing.page-mhtml': { en: 'MHTML archive', 'zh-CN': 'MHTML 存档', ja: 'MHTML アーカイブ' },
  'missing.frame-dom': { en: 'Code of a frame', 'zh-CN': '内嵌框架的代码', ja: '埋め込みフレームのコード' },
  'missing.facts.resources': {
    en: 'Some addresses on the page',
    'zh-CN': '页面中的部分网址',
    ja: 'ページ内の一部の URL',
  },
  'missing.facts.text': {
    en: 'The end of the page’s text',
    'zh-CN': '页面文字的后半部分',
    ja: 'ページの文章の後半',
  },
});
