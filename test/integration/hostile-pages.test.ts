import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { HOSTILE } from '../fixtures/site/pages/hostile-content.ts';
import { startSampleSite, type SampleSite } from '../fixtures/site/server.ts';
import { openBrowser } from './browsers.ts';

let site: SampleSite;
let browser: Browser;
let page: Page;
let devtools: CDPSession;
beforeAll(async () => {
  site = await startSampleSite();
  browser = await openBrowser('chrome');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  devtools = await page.createCDPSession();
});
afterEach(() => page.close({ runBeforeUnload: false }));

/** Evaluates in the page without the driver's own helpers, which these pages would break. */
async function ask(expression: string, contextId?: number): Promise<unknown> {
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', {
    expression,
    returnByValue: true,
    ...(contextId === undefined ? {} : { contextId }),
  });
  return exceptionDetails ? 'threw' : result.value;
}

/** A world like the one an extension's script runs in. */
async function isolatedWorld(): Promise<number> {
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const { executionContextId } = await devtools.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  return executionContextId;
}

test('what the page overrides is broken in the page and whole in an isolated world', async () => {
  await page.goto(site.url('hostile-builtins'));
  const isolated = await isolatedWorld();
  for (const [expression, inPage, inIsolated] of [
    ['JSON.stringify([1])', '{"forged":true}', '[1]'],
    ['[...[1, 2]].length', 1, 2],
    ['document.title', 'threw', 'Overrides everything'],
    ['document.querySelectorAll("a").length', 'threw', 1],
    ['getComputedStyle(document.body).display', 'threw', 'block'],
    ['document.links[0].href.length > 0', 'threw', true],
    ['document.getElementById("trap").getAttribute("href")', 'threw', '/builtins#link'],
    ['innerHeight > 0', 'threw', true],
  ] as const) {
    expect(await ask(expression), expression).toBe(inPage);
    expect(await ask(expression, isolated), expression).toBe(inIsolated);
  }
});

test('named elements shadow the document in the page, and forms in isolated worlds too', async () => {
  await page.goto(site.url('hostile-clobber'));
  const isolated = await isolatedWorld();
  for (const name of ['querySelectorAll', 'documentElement', 'title', 'createTreeWalker']) {
    expect(await ask(`String(document.${name})`), name).toBe('[object HTMLImageElement]');
  }
  for (const name of ['getAttribute', 'attributes', 'children', 'tagName', 'id']) {
    expect(await ask(`String(document.forms[0].${name})`, isolated), name).toBe('[object HTMLInputElement]');
  }
  expect(await ask('Element.prototype.getAttribute.call(document.forms[0], "x")', isolated)).toBe(null);
});

test('200,000 nodes, a heavy picture, a title of markup', async () => {
  await page.goto(site.url('hostile-nodes'));
  expect(await ask('document.getElementsByTagName("*").length')).toBeGreaterThan(HOSTILE.nodes);
  await page.goto(site.url('hostile-data-url'));
  expect(await ask('document.images[0].naturalWidth')).toBe(240);
  await page.goto(site.url('hostile-title'));
  expect(await ask('document.title')).toBe(HOSTILE.title);
  expect(await ask('document.documentElement.dataset.owned ?? "safe"')).toBe('safe');
});

test('secrets travel as secrets do', async () => {
  await page.goto(site.url('hostile-secrets'), { waitUntil: 'networkidle0' });
  const [me] = site.requests.to('hostile', '/account/me');
  expect(me?.headers['authorization']).toBe(HOSTILE.secrets.authorization);
  expect(me?.headers['cookie']).toContain(HOSTILE.secrets.sessionCookie);
  expect(me?.headers['cookie']).toContain(HOSTILE.secrets.cookieInScript);
  expect(site.requests.to('hostile', '/account/avatar')[0]?.path).toContain(HOSTILE.secrets.signature);
});

test('pages that act by themselves do so when told', async () => {
  await page.goto(site.url('hostile-navigates', { after: 100 }));
  await expect.poll(() => page.url()).toBe(site.url('hostile-navigated'));

  const dialog = new Promise<string>((resolve) => {
    page.once('dialog', (opened) => {
      resolve(opened.message());
      void opened.accept();
    });
  });
  await page.goto(site.url('hostile-alert', { after: 50 }));
  expect(await dialog).toContain('ad blocker');

  await page.goto(site.url('hostile-blocks', { after: 50, ms: 700 }));
  await expect.poll(() => ask('document.body.innerText.includes("Unblocked")'), { timeout: 5000 }).toBe(true);
});

test('pages that never finish never fire load', async () => {
  for (const name of ['hostile-hanging', 'hostile-endless'] as const) {
    await expect(page.goto(site.url(name), { waitUntil: 'load', timeout: 1500 })).rejects.toThrow(/timeout/i);
    expect(await ask('document.readyState')).not.toBe('complete');
    expect(await ask('document.querySelector("h1").textContent.length > 5')).toBe(true);
  }
});

test('the page that holds on asks before it is left', async () => {
  await page.goto(site.url('hostile-beforeunload'));
  await page.click('#arm');
  const asked = new Promise<string>((resolve) => {
    page.once('dialog', (opened) => {
      resolve(opened.type());
      void opened.accept();
    });
  });
  await Promise.all([page.goto(site.url('text')), asked]);
  expect(await asked).toBe('beforeunload');
});
