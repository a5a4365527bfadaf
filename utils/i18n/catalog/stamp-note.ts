import { defineCatalog } from '../translate.ts';

/** A capture that has no trusted timestamp yet. */
export const STAMP_NOTE = defineCatalog({
  'stamp.none': {
    en: 'No timestamp: its time is that of this machine. A timestamp now shows that it existed by now.',
    'zh-CN': '无时间戳：时间以本机为准。现在加盖可证明其此时已存在。',
    ja: 'タイムスタンプなし：時刻はこの端末のものです。今付与すれば、現時点で存在していたことを示せます。',
  },
  'stamp.no-authority': {
    en: 'No timestamp: no authority is chosen in the settings.',
    'zh-CN': '无时间戳：设置中尚未选择时间戳机构。',
    ja: 'タイムスタンプなし：設定で認証局が選ばれていません。',
  },
  'stamp.waits': {
    en: 'Waits for a timestamp, and is asked for again by itself. Wanted since',
    'zh-CN': '正在等待时间戳，会自动重试。申请于',
    ja: 'タイムスタンプ待ちです。自動で再度要求します。要求日時：',
  },
  'stamp.now': { en: 'Stamp now', 'zh-CN': '立即加盖', ja: '今すぐ付与' },
  'stamp.again': { en: 'Ask again now', 'zh-CN': '立即重试', ja: '今すぐ再要求' },
});
