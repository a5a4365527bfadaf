import type { Browser, Page } from 'puppeteer-core';
import type { Request, Responses, Verb } from '../../utils/messaging/protocol.ts';
import { failureOf, type Result } from '../../utils/case/result.ts';
import { openExtensionPage, sendFrom, tabIds } from './pages.ts';

/** Tabs of a browser and the page of ours that speaks for them. */
export interface Tabs {
  open(): Promise<Page>;
  idOf(page: Page): number;
  send<V extends Verb>(request: Extract<Request, { verb: V }>): Promise<Result<Responses[V]>>;
}

/** Keeps one page of the extension open, from which requests are sent and tabs are counted. */
export function createTabs(browser: Browser, origin: string): Tabs {
  const ids = new WeakMap<Page, number>();
  let control: Promise<Page> | null = null;
  let opening: Promise<unknown> = Promise.resolve();

  /** Opened again where it was closed or did not open. */
  const controlPage = async (): Promise<Page> => {
    const current = control;
    const open = current ? await current.catch(() => null) : null;
    if (open && !open.isClosed()) return open;
    if (control === current) control = openExtensionPage(browser, `${origin}/dashboard.html#/`);
    return control ?? controlPage();
  };

  /** One at a time, so that the id that is new is the new tab's. */
  const openTab = async (): Promise<Page> => {
    const sender = await controlPage();
    const before = new Set(await tabIds(sender));
    const page = await browser.newPage();
    const added = (await tabIds(sender)).filter((id) => !before.has(id));
    const [id] = added;
    if (id === undefined || added.length > 1) throw new Error('The new tab could not be told from others.');
    ids.set(page, id);
    return page;
  };

  return {
    open: () => {
      const page = opening.then(openTab, openTab);
      opening = page;
      return page;
    },
    idOf: (page) => {
      const id = ids.get(page);
      if (id === undefined) throw new Error('Only tabs opened by newPage() have a known id.');
      return id;
    },
    send: async (request) => sendRequest(await controlPage(), request),
  };
}

/** A request's answer as a value, also where the background stopped in the middle of it. */
async function sendRequest<V extends Verb>(page: Page, request: Request): Promise<Result<Responses[V]>> {
  try {
    const answer = (await sendFrom(page, request)) as Result<Responses[V]> | null | undefined;
    if (answer && typeof answer === 'object' && 'ok' in answer) return answer;
    return { ok: false, failure: { code: 'worker-stopped', detail: `No answer to ${request.verb}.` } };
  } catch (error) {
    return { ok: false, failure: failureOf(error, 'worker-stopped') };
  }
}
