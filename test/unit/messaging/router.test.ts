import { describe, expect, it, vi } from 'vitest';
import { FailureError, succeed } from '../../../utils/case/result.ts';
import { isOwnPage, router, type Handlers, type Sender } from '../../../utils/messaging/router.ts';

const OWN = { id: 'prima-facie', origin: 'moz-extension://7a1d0f5e/' };
const OUR_PAGE: Sender = { id: OWN.id, url: 'moz-extension://7a1d0f5e/dashboard.html#/case/1' };
const ID = '00000000-0000-4000-8000-000000000001';
const START = { verb: 'start-capture', tabId: 3, trigger: 'panel' };

function answering(change: Partial<Record<keyof Handlers, unknown>> = {}) {
  const start = vi.fn(() => Promise.resolve(succeed({ captureId: ID, caseId: ID })));
  const answer = router({ 'start-capture': start, ...change } as unknown as Handlers, (sender) =>
    isOwnPage(sender, OWN),
  );
  return { answer, start };
}

describe('isOwnPage', () => {
  it.each([
    ['a page of ours', OUR_PAGE, true],
    ['a page of ours in a tab', { ...OUR_PAGE, tab: { id: 1 } }, true],
    ['a script of ours in a page of the web', { id: OWN.id, url: 'https://pirate.example/' }, false],
    ['another extension', { id: 'other', url: 'moz-extension://other/page.html' }, false],
    ['another extension that names our address', { id: 'other', url: OUR_PAGE.url }, false],
    ['an address that begins alike', { id: OWN.id, url: 'moz-extension://7a1d0f5e.evil.example/' }, false],
    ['a sender without address', { id: OWN.id }, false],
    ['nobody', {}, false],
  ])('%s: %s', (_, sender, own) => {
    expect(isOwnPage(sender, OWN)).toBe(own);
  });
});

describe('router', () => {
  it('answers a request of a page of ours with exactly what its schema lets through', async () => {
    const { answer, start } = answering();
    expect(await answer({ ...START, extra: 'dropped' }, OUR_PAGE)).toMatchObject({ ok: true });
    expect(start).toHaveBeenCalledExactlyOnceWith(START);
  });

  it.each([
    ['a foreign sender', START, { id: OWN.id, url: 'https://pirate.example/' }, 'forbidden-sender'],
    ['a foreign sender with an unknown verb', { verb: 'x' }, { id: 'other' }, 'forbidden-sender'],
    ['an unknown verb', { verb: 'delete-everything' }, OUR_PAGE, 'bad-request'],
    ['a verb of Object.prototype', { verb: 'constructor' }, OUR_PAGE, 'bad-request'],
    ['__proto__', { verb: '__proto__' }, OUR_PAGE, 'bad-request'],
    ['a verb that is no text', { verb: { toString: 'start-capture' } }, OUR_PAGE, 'bad-request'],
    ['null', null, OUR_PAGE, 'bad-request'],
    ['undefined', undefined, OUR_PAGE, 'bad-request'],
    ['a text', 'start-capture', OUR_PAGE, 'bad-request'],
    ['no tab', { verb: 'start-capture', trigger: 'panel' }, OUR_PAGE, 'bad-request'],
    ['a negative tab', { ...START, tabId: -1 }, OUR_PAGE, 'bad-request'],
    ['half a tab', { ...START, tabId: 0.5 }, OUR_PAGE, 'bad-request'],
    ['a trigger that pages may not name', { ...START, trigger: 'toolbar' }, OUR_PAGE, 'bad-request'],
    ['a case id that is none', { ...START, caseId: '../../x' }, OUR_PAGE, 'bad-request'],
  ])('refuses %s before any handler runs', async (_, message, sender, code) => {
    const { answer, start } = answering();
    expect(await answer(message, sender)).toMatchObject({ ok: false, failure: { code } });
    expect(start).not.toHaveBeenCalled();
  });

  it('answers also when a handler throws: an expected failure as itself, a bug as bad-request', async () => {
    const full = answering({ 'start-capture': () => Promise.reject(new FailureError('no-space', 'x')) });
    expect(await full.answer(START, OUR_PAGE)).toMatchObject({ failure: { code: 'no-space' } });
    const bug = answering({
      'start-capture': () => {
        throw new TypeError('undefined is not a function');
      },
    });
    expect(await bug.answer(START, OUR_PAGE)).toMatchObject({
      ok: false,
      failure: { code: 'bad-request', detail: expect.stringContaining('undefined is not') as string },
    });
  });

  it('never waits for a capture longer than the browsers let a worker live', async () => {
    const wait = vi.fn();
    const { answer } = answering({ 'await-capture': wait });
    const request = { verb: 'await-capture', captureId: ID, waitMs: 25_001 };
    expect(await answer(request, OUR_PAGE)).toMatchObject({ failure: { code: 'bad-request' } });
    expect(wait).not.toHaveBeenCalled();
  });
});
