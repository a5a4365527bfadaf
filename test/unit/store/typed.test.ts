import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { openTyped } from '../../../entrypoints/dashboard/typed-form.ts';
import { freshStore } from './support.ts';

const fails = (error: unknown) => {
  throw error;
};

describe('a form that is left before it is saved', () => {
  it('begins with what was typed, and with nothing once that was saved', async () => {
    const { typed, settings } = freshStore();
    const first = await openTyped(typed, 'c/works/new', fails);
    expect(first.kept).toBeNull();
    first.keep({ title: '' });
    first.keep({ title: 'Moon' });
    first.close();
    await vi.waitFor(async () => expect(await typed.read('c/works/new')).toEqual({ title: 'Moon' }));
    const second = await openTyped(typed, 'c/works/new', fails);
    expect(second.kept).toEqual({ title: 'Moon' });
    expect((await openTyped(typed, 'c/works/other', fails)).kept).toBeNull();
    second.keep({ title: 'Moon Garden' });
    await second.forget();
    second.close();
    expect(await typed.read('c/works/new')).toBeNull();
    // The settings stand beside it, untouched.
    expect((await settings.read()).language).toBe('auto');
  });

  it('keeps nothing where what was typed was taken out again', async () => {
    const { typed } = freshStore();
    const form = await openTyped(typed, 'c/parties/new', fails);
    form.keep({ name: '' });
    form.keep({ name: 'Mei' });
    form.close();
    await vi.waitFor(async () => expect(await typed.read('c/parties/new')).toEqual({ name: 'Mei' }));
    form.keep({ name: '' });
    form.close();
    await vi.waitFor(async () => expect(await typed.read('c/parties/new')).toBeNull());
  });

  it('says when it cannot be kept', async () => {
    const { typed } = freshStore();
    const problems: unknown[] = [];
    const broken = { ...typed, keep: () => Promise.reject(new Error('no space')) };
    const form = await openTyped(broken, 'c/items/new', (error) => problems.push(error));
    form.keep({ title: '' });
    form.keep({ title: 'x' });
    form.close();
    await vi.waitFor(() => expect(problems).toHaveLength(1));
  });
});
