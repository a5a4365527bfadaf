import { defineCatalog } from '../translate.ts';

/** Marking items on a page: the bar shown over it. */
export const PICKER = defineCatalog({
  'picker.hint': {
    en: 'Click what infringes. Drag with Shift for a region. Tab and Enter work too; Esc ends.',
    'zh-CN': '点击侵权内容；按住 Shift 拖动可框选区域。也可用 Tab 和 Enter 键，Esc 结束。',
    ja: '侵害しているものをクリック。Shift を押しながらドラッグで範囲指定。Tab と Enter も可、Esc で終了。',
  },
  'picker.marked': { en: '{count} marked', 'zh-CN': '已标记 {count} 处', ja: '{count} 件を指定' },
  'picker.region': { en: 'Region', 'zh-CN': '框选区域', ja: '範囲' },
  'picker.undo': { en: 'Undo', 'zh-CN': '撤销', ja: '取り消す' },
  'picker.done': { en: 'Done', 'zh-CN': '完成', ja: '完了' },
});
