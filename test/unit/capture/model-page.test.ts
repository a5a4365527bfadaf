import { describe, expect, it } from 'vitest';
import type { PageFacts } from '../../../utils/case/facts.ts';
import { modelFields } from '../../../utils/capture/model-page.ts';
import { FACTS } from './support.ts';

const of = (more: Partial<PageFacts>) => modelFields({ ...FACTS, ...more });
const BOX = { x: 0, y: 0, width: 384, height: 512 };

describe('modelFields', () => {
  it('reads what a reader sees, as a table, as label and value, or in two lines', () => {
    const text = [
      'Recommended',
      'Type\tLoRA',
      'Base model: Openfield XL 1.0',
      'Trigger words',
      'lantern keeper, night coast',
      'by stylemonger · 3,907 likes · 48,213 downloads',
      'Runs on this site\t1,204,551',
    ].join('\n');
    expect(of({ title: 'Lantern Keeper Style', text })).toEqual({
      model: 'Lantern Keeper Style',
      type: 'LoRA',
      'base-model': 'Openfield XL 1.0',
      'trigger-words': 'lantern keeper, night coast',
      placement: 'Recommended',
      likes: '3,907',
      downloads: '48,213',
      runs: '1,204,551',
    });
  });

  it('reads Chinese and Japanese pages', () => {
    expect(of({ text: '底模：Openfield XL\n触发词：守灯人\n推荐\n下载量\t4.8万' })).toMatchObject({
      'base-model': 'Openfield XL',
      'trigger-words': '守灯人',
      placement: '推荐',
      downloads: '4.8万',
    });
    expect(of({ text: 'ベースモデル\tOpenfield XL\nトリガーワード\t灯台守' })).toMatchObject({
      'base-model': 'Openfield XL',
      'trigger-words': '灯台守',
    });
  });

  it('finds the model in a graph, beside things that are none', () => {
    const graph = {
      '@graph': [
        { '@type': 'BreadcrumbList', name: 'Not this' },
        {
          '@type': ['Thing', 'SoftwareApplication'],
          name: 'This',
          author: [{ name: 'Mo' }],
          keywords: ['a', 'b'],
        },
      ],
    };
    expect(of({ jsonLd: ['not JSON', '[1,null,"x"]', JSON.stringify(graph)] })).toMatchObject({
      model: 'This',
      creator: 'Mo',
      'trigger-words': 'a, b',
    });
  });

  it('tells the cover from the examples, and examples from icons', () => {
    const image = (url: string, box: PageFacts['resources'][number]['box']) =>
      ({ kind: 'image', url, box }) as const;
    const found = of({
      meta: [{ name: 'og:image', content: 'https://i.example/1.png' }],
      resources: [
        image('https://i.example/1.png', BOX),
        image('https://i.example/2.png', BOX),
        image('https://i.example/2.png', BOX),
        image('https://i.example/avatar.png', { ...BOX, width: 32, height: 32 }),
        image('https://i.example/hidden.png', null),
        { kind: 'link', url: 'https://m.example/keeper.safetensors?download=1', box: null },
        { kind: 'link', url: 'https://m.example/about', box: null },
      ],
    });
    expect(found).toMatchObject({
      'cover-image': 'https://i.example/1.png',
      'example-images': 'https://i.example/2.png',
      'model-files': 'https://m.example/keeper.safetensors?download=1',
    });
  });

  it('leaves out what a page does not state, and is not led by rubbish', () => {
    expect(of({ title: '', text: 'Version\n' })).toEqual({});
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    expect(
      of({ title: '', jsonLd: [deep, '{"@type":"SoftwareApplication","name":{"name":5},"author":[]}'] }),
    ).toEqual({});
    expect(of({ title: 'x'.repeat(9_000) }).model).toHaveLength(5_000);
  });
});
