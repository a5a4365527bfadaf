import { defineCatalog } from '../translate.ts';
import { READINESS_PARTIES } from './readiness-parties.ts';
import { READINESS_REQUEST } from './readiness-request.ts';

/** States of a notice's readiness. Never 'valid': that is for a court to say. */
const STATES = defineCatalog({
  'state-ready': {
    en: 'Ready: nothing that we look for is missing',
    'zh-CN': '就绪：本工具检查的事项均已具备',
    ja: '準備完了：確認項目に不足はありません',
  },
  'state-missing': { en: 'Missing', 'zh-CN': '缺少', ja: '不足' },
  'state-to-confirm': { en: 'To confirm', 'zh-CN': '待确认', ja: '要確認' },
  'severity-block': { en: 'Needed', 'zh-CN': '必须', ja: '必須' },
  'severity-warn': { en: 'Better mended', 'zh-CN': '建议补正', ja: '改善推奨' },
  'severity-advise': { en: 'Good to know', 'zh-CN': '提示', ja: '参考' },
});

/** What the readiness rules say, by the `code` of a finding. */
export const READINESS = defineCatalog({ ...STATES, ...READINESS_PARTIES, ...READINESS_REQUEST });
