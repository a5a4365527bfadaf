import type { PageFacts } from '../case/facts.ts';
import { MODEL_FIELDS, type ModelField, type ModelFields } from '../case/model-fields.ts';
import { structuredModel } from './model-json-ld.ts';

/** What a page that shows an AI model calls each fact, in the languages such pages are written in. */
const LABELS: readonly (readonly [ModelField, RegExp])[] = [
  ['base-model', /^(base ?models?|基础模型|基础算法|底模|ベースモデル)$/i],
  ['trigger-words', /^(trigger ?words?|trained words|触发词|トリガーワード)$/i],
  ['version', /^(version|版本|バージョン)$/i],
  ['type', /^(type|model type|类型|模型类型|種類|タイプ)$/i],
  ['creator', /^(creator|author|uploaded by|作者|上传者|作成者|投稿者)$/i],
  ['published', /^(published|uploaded|发布时间|上传时间|公開日|投稿日)$/i],
  ['downloads', /^(downloads?|下载量?|下载次数|ダウンロード数?)$/i],
  ['likes', /^(likes?|点赞|收藏|いいね)$/i],
  ['runs', /^(runs?|uses?|runs on this site|generations|运行数|使用次数|生成数|実行数)$/i],
];
/** `3,907 likes`, `1.2M runs`. */
const COUNTED: readonly (readonly [ModelField, RegExp])[] = [
  ['downloads', /([\d.,]+\s?[kKmM万億]?)\s*(?:downloads?\b|次下载|ダウンロード)/],
  ['likes', /([\d.,]+\s?[kKmM万億]?)\s*(?:likes?\b|点赞|いいね)/],
  ['runs', /([\d.,]+\s?[kKmM万億]?)\s*(?:runs?\b|次运行|回実行)/],
];
const PLACEMENT =
  /^(recommended|featured|trending|popular|editor[’']?s (choice|pick)|推荐|精选|热门|おすすめ|注目|人気)$/i;
const MODEL_FILE = /\.(safetensors|ckpt|gguf|ggml|pth?|onnx|bin)(\?|$)/i;
/** Avatars and icons are smaller, in CSS pixels. */
const EXAMPLE_SIDE = 120;
const MAXIMUM_LINES = 5_000;
const MAXIMUM_LIST = 50;

/**
 * What a captured page says of an AI model: its structured data first, then what a reader sees. Pure, and a proposal
 * only: the user corrects it before it becomes an observation. A fact the page does not state is left out.
 */
export function modelFields(
  facts: Pick<PageFacts, 'jsonLd' | 'meta' | 'text' | 'resources' | 'title'>,
): ModelFields {
  const meta = (name: string) => facts.meta.find((one) => one.name === name)?.content;
  const seen = fromText(facts.text);
  const structured = structuredModel(facts.jsonLd);
  const cover = structured['cover-image'] ?? meta('og:image');
  const found: Partial<Record<ModelField, string | undefined>> = {
    model: meta('og:title') ?? facts.title,
    description: meta('og:description') ?? meta('description'),
    ...seen,
    ...structured,
    // A reader sees words apart that structured data may run together; the page's own list wins.
    ...(seen['type'] ? { type: seen['type'] } : {}),
    'cover-image': cover,
    'example-images': examples(facts, cover).join('\n'),
    'model-files': links(facts).join('\n'),
  };
  return Object.fromEntries(
    MODEL_FIELDS.flatMap((field) => {
      const value = found[field]?.trim().slice(0, 5_000);
      return value ? [[field, value]] : [];
    }),
  );
}

function fromText(text: string): ModelFields {
  const lines = text
    .split('\n', MAXIMUM_LINES)
    .map((line) => line.trim())
    .filter(Boolean);
  const found: Partial<Record<ModelField, string>> = {};
  const set = (field: ModelField, value: string | undefined) => {
    if (value?.trim()) found[field] ??= value.trim().slice(0, 500);
  };
  for (const [index, line] of lines.entries()) {
    if (line.length > 500) continue;
    if (PLACEMENT.test(line)) set('placement', line);
    // `Label⇥value`, `Label: value`, or the value on the line below.
    const [label = '', ...rest] = line.split(/\t+|[:：]\s*/);
    for (const [field, pattern] of LABELS) {
      if (pattern.test(label.trim())) set(field, rest.length > 0 ? rest.join(' ') : lines[index + 1]);
    }
  }
  const all = lines.filter((line) => line.length <= 500);
  for (const [field, pattern] of COUNTED) {
    for (const line of all) set(field, pattern.exec(line)?.[1]);
  }
  return found;
}

function examples({ resources }: Pick<PageFacts, 'resources'>, cover: string | undefined): string[] {
  const urls = resources.flatMap(({ kind, url, box }) =>
    kind === 'image' && url !== cover && box && Math.min(box.width, box.height) >= EXAMPLE_SIDE ? [url] : [],
  );
  return [...new Set(urls)].slice(0, MAXIMUM_LIST);
}

function links({ resources }: Pick<PageFacts, 'resources'>): string[] {
  const urls = resources.flatMap(({ kind, url }) => (kind === 'link' && MODEL_FILE.test(url) ? [url] : []));
  return [...new Set(urls)].slice(0, MAXIMUM_LIST);
}
