import { describe, expect, it } from 'vitest';
import { freshStore } from './support.ts';

const MINE = {
  id: 'cloudflare',
  checkedOn: '2026-11-22',
  source: 'their page',
  channels: [{ kind: 'email', address: 'desk@cloudflare.example', checkedOn: '2026-11-22' }],
};

describe('the provider directory', () => {
  it('lets the user’s entry outrank the bundled one, says so, and gives the bundled one back', async () => {
    const { providers } = freshStore();
    const find = async () => (await providers.all()).find(({ id }) => id === 'cloudflare');
    const bundled = await find();
    expect(bundled?.origin).toBe('bundled');
    expect(await providers.put(MINE)).toEqual({ ok: true, value: { count: 1 } });
    expect(await find()).toMatchObject({
      origin: 'user',
      name: 'Cloudflare',
      class: bundled?.class,
      checkedOn: '2026-11-22',
      channels: [{ address: 'desk@cloudflare.example', origin: 'user' }],
    });
    await providers.remove('cloudflare');
    expect(await find()).toEqual(bundled);
  });

  it('writes a file that it reads again, elsewhere', async () => {
    const one = freshStore().providers;
    await one.put(MINE);
    await one.put({ id: 'as64496', name: 'Small Host' });
    const other = freshStore().providers;
    expect(await other.takeFile(await one.file())).toEqual({ ok: true, value: { count: 2 } });
    expect(await other.all()).toEqual(await one.all());
  });

  it.each([
    ['no JSON', 'providers'],
    ['another schema', '{"schema":"x","providers":[]}'],
    [
      'one bad entry among good ones',
      '{"schema":"prima-facie/providers/1","providers":[{"id":"ok"},{"id":"NOT OK"}]}',
    ],
  ])('refuses %s, whole', async (_, json) => {
    const { providers } = freshStore();
    expect(await providers.takeFile(json)).toMatchObject({ ok: false, failure: { code: 'invalid-data' } });
    expect((await providers.all()).filter(({ origin }) => origin === 'user')).toEqual([]);
  });
});
