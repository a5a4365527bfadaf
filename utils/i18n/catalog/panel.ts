import { defineCatalog } from '../translate.ts';

/** The side panel. */
export const PANEL = defineCatalog({
  'panel.title': { en: 'Capture', 'zh-CN': '取证', ja: '証拠の取得' },
  'panel.front': { en: 'Page in front of you', 'zh-CN': '当前页面', ja: '表示中のページ' },
  'panel.no-page': {
    en: 'No page is in front. Click on the tab you want to capture.',
    'zh-CN': '当前没有可取证的页面。请点击要取证的标签页。',
    ja: '対象のページがありません。取得したいタブを選んでください。',
  },
  'panel.private': { en: 'Private window', 'zh-CN': '无痕窗口', ja: 'プライベートウィンドウ' },
  'panel.case': { en: 'Goes to case', 'zh-CN': '归入案件', ja: '保存先の案件' },
  'panel.case-new': { en: 'New case…', 'zh-CN': '新建案件…', ja: '新しい案件…' },
  'panel.case-name': { en: 'Name of the new case', 'zh-CN': '新案件名称', ja: '新しい案件の名前' },
  'panel.case-auto': {
    en: 'Your first capture makes a case. You can rename it later.',
    'zh-CN': '首次取证会自动创建案件，之后可重命名。',
    ja: '最初の取得で案件が作られます。名前は後で変更できます。',
  },
  'panel.capture': { en: 'Capture this page', 'zh-CN': '对此页面取证', ja: 'このページを取得' },
  'panel.capturing': { en: 'Capturing…', 'zh-CN': '正在取证…', ja: '取得中…' },
  'panel.record': {
    en: 'Reload and record',
    'zh-CN': '重新加载并录制',
    ja: '再読み込みして記録',
  },
  'panel.record-help': {
    en: 'Loads the page anew and keeps every response as the server sent it. What you typed on the page, or scrolled to, is lost.',
    'zh-CN': '将重新加载页面，并保留服务器发送的每个原始响应。页面上已填写的内容和滚动位置会丢失。',
    ja: 'ページを再読み込みし、サーバーが送ったすべての応答をそのまま残します。入力した内容やスクロール位置は失われます。',
  },
  'panel.mark': { en: 'Mark items', 'zh-CN': '标记侵权内容', ja: '侵害箇所を指定' },
  'panel.mark-help': {
    en: 'Point at what infringes on the page: pictures, players, links or a region. The next capture of this page makes an item of each, with its own picture.',
    'zh-CN':
      '在页面上指出侵权内容：图片、播放器、链接或任意区域。下一次对此页面取证时，每处标记将成为一项侵权内容，并附截图。',
    ja: 'ページ上の侵害しているもの（画像、プレーヤー、リンク、範囲）を指定します。次の取得で、それぞれが画像付きの侵害対象になります。',
  },
  'panel.marking': {
    en: 'Marking: {count} so far. Press Done or Esc on the page, or capture now.',
    'zh-CN': '正在标记：已标记 {count} 处。可在页面上按“完成”或 Esc，也可直接取证。',
    ja: '指定中：現在 {count} 件。ページで「完了」か Esc を押すか、そのまま取得してください。',
  },
  'panel.marked': {
    en: 'Items marked: {count}. The next capture of this page takes them.',
    'zh-CN': '已标记 {count} 处，将在下一次对此页面取证时收录。',
    ja: '{count} 件を指定済み。次にこのページを取得すると含まれます。',
  },
  'panel.capture-again': { en: 'Capture again', 'zh-CN': '重新取证', ja: 'もう一度取得' },
  'panel.cancelling': { en: 'Cancelling…', 'zh-CN': '正在取消…', ja: '中止しています…' },
  'panel.stay': {
    en: 'Leave the page alone until it is done.',
    'zh-CN': '完成之前请勿操作该页面。',
    ja: '終わるまでページを操作しないでください。',
  },
  'panel.steps': { en: 'Progress', 'zh-CN': '进度', ja: '進行状況' },
  'panel.step-count': {
    en: '{done} of {total} steps',
    'zh-CN': '第 {done} / {total} 步',
    ja: '{done} / {total} 段階',
  },
  'panel.result-complete': {
    en: 'Captured: every step succeeded.',
    'zh-CN': '取证完成，所有步骤均成功。',
    ja: '取得しました。すべての手順が成功しています。',
  },
  'panel.result-partial': {
    en: 'Captured, with something missing. What was taken stands as evidence on its own.',
    'zh-CN': '已取证，但有部分内容缺失。已获取的内容可独立作为证据。',
    ja: '取得しましたが、一部が欠けています。取得できた分はそのまま証拠になります。',
  },
  'panel.result-failed': {
    en: 'The capture failed. What was taken before is kept.',
    'zh-CN': '取证失败，此前获取的内容已保留。',
    ja: '取得に失敗しました。それまでの取得分は保存されています。',
  },
  'panel.result-cancelled': {
    en: 'You cancelled this capture. What was taken before is kept.',
    'zh-CN': '您已取消本次取证，此前获取的内容已保留。',
    ja: '取得を中止しました。それまでの取得分は保存されています。',
  },
  'panel.result-interrupted': {
    en: 'The capture was interrupted. What was taken before is kept.',
    'zh-CN': '取证意外中断，此前获取的内容已保留。',
    ja: '取得が中断されました。それまでの取得分は保存されています。',
  },
  'panel.taken': { en: 'Taken', 'zh-CN': '已获取', ja: '取得したもの' },
  'panel.taken-size': {
    en: '{count} files, {size}',
    'zh-CN': '{count} 个文件，{size}',
    ja: '{count} 個のファイル、{size}',
  },
  'panel.not-taken': {
    en: 'Not taken, and why',
    'zh-CN': '未获取内容及原因',
    ja: '取得できなかったものと理由',
  },
  'panel.next': { en: 'What next', 'zh-CN': '下一步', ja: '次にすること' },
  'panel.open-capture': { en: 'Look at the capture', 'zh-CN': '查看取证结果', ja: '取得結果を見る' },
  'panel.latest': { en: 'Latest captures', 'zh-CN': '最近的取证', ja: '最近の取得' },
  'panel.latest-none': {
    en: 'Nothing captured yet. Open a page that shows your work without permission and press the button above.',
    'zh-CN': '尚无取证记录。请打开未经许可使用您作品的页面，然后点击上方按钮。',
    ja: 'まだ取得はありません。無断で著作物が掲載されているページを開き、上のボタンを押してください。',
  },
  'panel.low-space': {
    en: 'Only {free} free. {needed} are needed so that nothing is lost halfway. What you have is safe. Free some space and try again.',
    'zh-CN': '仅剩 {free} 可用空间，需至少 {needed} 以免中途丢失。已有内容不受影响。请清理空间后重试。',
    ja: '空き容量は {free} です。途中で失われないよう {needed} 必要です。既存のデータは無事です。空き容量を増やしてください。',
  },
});
