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
} satisfies Keyed<'state', CaptureState> &
  Keyed<'step-state', StepState> &
  Keyed<'trigger', CaptureTrigger>);

/** Names of steps. A step not listed here shows its id. */
export const STEP_NAMES = defineCatalog({
  'step.viewport': { en: 'What is on the screen', 'zh-CN': '当前可见画面', ja: '表示中の画面' },
  'step.facts': { en: 'Facts of the page', 'zh-CN': '页面信息', ja: 'ページの情報' },
  'step.network-log': { en: 'Network record', 'zh-CN': '网络连接记录', ja: '通信記録' },
  'step.scroll-pass': { en: 'Loading the whole page', 'zh-CN': '滚动加载整页', ja: 'ページ全体の読み込み' },
  'step.whole-page': { en: 'Whole page, top to bottom', 'zh-CN': '整页截图', ja: 'ページ全体の画像' },
  'step.page-archive': { en: 'Copy of the page’s code', 'zh-CN': '网页源码存档', ja: 'ページのコードの保存' },
  'step.media': { en: 'Video and audio sources', 'zh-CN': '音视频来源', ja: '動画・音声の配信元' },
  'step.hosting': { en: 'Who serves the page', 'zh-CN': '服务器与服务商', ja: 'サーバーと事業者' },
  'step.verification-fetch': { en: 'Second fetch for comparison', 'zh-CN': '二次获取比对', ja: '再取得による照合' },
  'step.timestamp': { en: 'Trusted timestamp', 'zh-CN': '可信时间戳', ja: 'タイムスタンプ' },
  'step.finalise': { en: 'Sealing the record', 'zh-CN': '固定证据', ja: '記録の確定' },
});
