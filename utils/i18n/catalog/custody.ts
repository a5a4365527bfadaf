import type { CustodyAction } from '../../case/custody.ts';
import { defineCatalog, type Message } from '../translate.ts';

/** The custody log. A new action without a word does not compile. */
export const CUSTODY = defineCatalog({
  'custody.title': { en: 'Custody log', 'zh-CN': '保管链记录', ja: '保管記録' },
  'custody.intro': {
    en: 'Every entry carries the digest of the one before it, so none can be changed, removed or added in between unless all that follow are computed anew. Timestamps, and bundles you handed out, limit that.',
    'zh-CN':
      '每条记录都包含前一条的哈希值：除非将其后的记录全部重新计算，否则改动、删除或插入都会被发现。时间戳和已交付的证据包对此加以限制。',
    ja: '各項目には直前の項目のハッシュ値が入っています。後続をすべて計算し直さない限り、途中の変更・削除・追加は分かります。タイムスタンプや渡した証拠パッケージがその余地を狭めます。',
  },
  'custody.checking': { en: 'Checking the chain…', 'zh-CN': '正在校验保管链…', ja: '確認しています…' },
  'custody.whole': {
    en: 'Whole: {count} entries, each follows the one before it.',
    'zh-CN': '完整：共 {count} 条记录，前后衔接。',
    ja: '完全です。{count} 件の項目がすべてつながっています。',
  },
  'custody.broken': {
    en: 'Broken at entry {seq}: it does not fit with the one before it. Export the case now and show it to counsel.',
    'zh-CN': '第 {seq} 条记录处断裂：与前一条不衔接。请立即导出案件并交律师查看。',
    ja: '項目 {seq} で途切れています。直前の項目と合いません。案件を書き出して弁護士に確認してください。',
  },
  'custody.empty': { en: 'No entries yet.', 'zh-CN': '暂无记录。', ja: '記録はまだありません。' },
  'custody.seq': { en: 'No.', 'zh-CN': '序号', ja: '番号' },
  'custody.at': { en: 'When', 'zh-CN': '时间', ja: '日時' },
  'custody.actor': { en: 'Who', 'zh-CN': '操作人', ja: '操作者' },
  'custody.action': { en: 'What', 'zh-CN': '操作', ja: '操作' },
  'custody.note': { en: 'Detail', 'zh-CN': '详情', ja: '詳細' },
  'custody.object': { en: 'Of (SHA-256)', 'zh-CN': '对象（SHA-256）', ja: '対象（SHA-256）' },
  'custody.case-created': { en: 'Case created', 'zh-CN': '创建案件', ja: '案件の作成' },
  'custody.case-changed': { en: 'Case changed', 'zh-CN': '修改案件', ja: '案件の変更' },
  'custody.capture-started': { en: 'Capture started', 'zh-CN': '开始取证', ja: '取得の開始' },
  'custody.capture-ended': { en: 'Capture ended', 'zh-CN': '取证结束', ja: '取得の終了' },
  'custody.capture-interrupted': { en: 'Capture interrupted', 'zh-CN': '取证中断', ja: '取得の中断' },
  'custody.capture-deleted': { en: 'Capture deleted', 'zh-CN': '删除取证', ja: '取得の削除' },
  'custody.original-viewed': { en: 'Original viewed', 'zh-CN': '查看原件', ja: '原本の閲覧' },
  'custody.looked-up': { en: 'Public records looked up', 'zh-CN': '查询公开记录', ja: '公開情報の照会' },
  'custody.time-stamped': { en: 'Time-stamped', 'zh-CN': '加盖时间戳', ja: 'タイムスタンプの付与' },
  'custody.note-added': { en: 'Note added', 'zh-CN': '添加备注', ja: 'メモの追加' },
  'custody.redacted': { en: 'Redaction recorded', 'zh-CN': '登记遮盖', ja: '墨消しの登録' },
  'custody.notice-finalised': { en: 'Notice finalised', 'zh-CN': '通知定稿', ja: '通知の確定' },
  'custody.delivery-recorded': { en: 'Delivery recorded', 'zh-CN': '记录送达情况', ja: '送付の記録' },
  'custody.exported': { en: 'Exported', 'zh-CN': '导出', ja: '書き出し' },
  'custody.export-failed': { en: 'Export not saved', 'zh-CN': '导出未保存', ja: '書き出しの保存失敗' },
  'custody.imported': { en: 'Imported', 'zh-CN': '导入', ja: '取り込み' },
  'custody.merged': { en: 'Merged', 'zh-CN': '合并', ja: '統合' },
} satisfies Record<`custody.${CustodyAction}`, Message> & Record<string, Message>);
