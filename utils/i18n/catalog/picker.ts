import { defineCatalog } from '../translate.ts';

/** Marking items on a page: the bar shown over it. */
export const PICKER = defineCatalog({
  'picker.hint': {
    en: 'Click what infringes. Drag with Shift for a region. By keyboard: Tab, Enter, R for a region; Esc ends.',
    'zh-CN': '点击侵权内容；按住 Shift 拖动可框选区域。键盘：Tab、Enter，R 框选区域；Esc 结束。',
    ja: '侵害しているものをクリック。Shift を押しながらドラッグで範囲指定。キーボードでは Tab、Enter、範囲は R。Esc で終了。',
  },
  'picker.marked': { en: '{count} marked', 'zh-CN': '已标记 {count} 处', ja: '{count} 件を指定' },
  'picker.region': { en: 'Region', 'zh-CN': '框选区域', ja: '範囲' },
  'picker.region-place': {
    en: 'Region: the arrow keys move the first corner, now at {x}, {y}; with Shift by one pixel. Enter sets it.',
    'zh-CN': '框选区域：用方向键移动第一个角，现位于 {x}, {y}；按住 Shift 每次一像素。Enter 确定。',
    ja: '範囲：矢印キーで最初の角を移動します（現在 {x}, {y}）。Shift で 1 ピクセルずつ。Enter で決定。',
  },
  'picker.region-size': {
    en: 'Region of {width} × {height} at {x}, {y}. The arrow keys size it, Enter marks it, Esc leaves it.',
    'zh-CN': '区域 {width} × {height}，位于 {x}, {y}。用方向键调整大小，Enter 标记，Esc 放弃。',
    ja: '範囲 {width} × {height}（位置 {x}, {y}）。矢印キーで大きさを変え、Enter で指定、Esc でやめます。',
  },
  'picker.region-marked': {
    en: 'Region of {width} × {height} marked.',
    'zh-CN': '已标记 {width} × {height} 的区域。',
    ja: '{width} × {height} の範囲を指定しました。',
  },
  'picker.region-too-small': {
    en: 'The region is too small. Make it larger with the arrow keys.',
    'zh-CN': '区域太小。请用方向键放大。',
    ja: '範囲が小さすぎます。矢印キーで広げてください。',
  },
  'picker.undo': { en: 'Undo', 'zh-CN': '撤销', ja: '取り消す' },
  'picker.done': { en: 'Done', 'zh-CN': '完成', ja: '完了' },
});
