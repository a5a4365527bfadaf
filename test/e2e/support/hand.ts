import type { ElementHandle, Page } from 'puppeteer-core';

const PATIENCE_MS = 30_000;

/** A hand on the mouse that counts. Fields are reached with Tab, and a file costs two clicks: the button and the file. */
export interface Hand {
  count(): number;
  /** Counts a click that the hand itself cannot make: the toolbar button is no part of a page. */
  pressed(): void;
  /** The page the hand works on from now on. */
  turnTo(page: Page): void;
  click(selector: string): Promise<void>;
  /** Clicks what has this `data-testid`. */
  press(testId: string): Promise<void>;
  type(testId: string, text: string): Promise<void>;
  /** Chooses in a list, which the keyboard does. */
  choose(testId: string, value: string): Promise<void>;
  file(testId: string, file: string): Promise<void>;
  find(selector: string): Promise<ElementHandle>;
  /** Waits for a notice in this state. */
  state(state: 'ready' | 'missing' | 'to-confirm'): Promise<ElementHandle>;
  gone(selector: string): Promise<unknown>;
  /** Waits until so many of what has this `data-testid` are there. */
  many(testId: string, count: number): Promise<unknown>;
}

/**
 * Waits until a target stays where it is. What stands above it on a page may still be written, and a mouse that was
 * sent to where the target was a moment ago clicks on something else, which a person's eye would not let happen.
 */
async function atRest(target: ElementHandle): Promise<void> {
  await target.evaluate(async (element, patience) => {
    const place = () => {
      const { x, y } = element.getBoundingClientRect();
      return `${Math.round(x)} ${Math.round(y)}`;
    };
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const until = performance.now() + patience;
    for (let same = 0, last = ''; same < 3 && performance.now() < until;) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      const now = place();
      same = now === last ? same + 1 : 0;
      last = now;
    }
  }, PATIENCE_MS);
}

/** A hand on a page. */
export function handOn(first: Page): Hand {
  let page = first;
  let clicks = 0;
  const byTest = (id: string) => `[data-testid="${id}"]`;
  const find = async (selector: string): Promise<ElementHandle> => {
    const found = await page.waitForSelector(selector, { visible: true, timeout: PATIENCE_MS });
    if (!found) throw new Error(`${selector} is not there`);
    return found;
  };
  const click = async (selector: string) => {
    const target = await find(selector);
    await atRest(target);
    await target.click();
    clicks += 1;
  };
  return {
    count: () => clicks,
    pressed: () => (clicks += 1),
    turnTo: (to) => (page = to),
    click,
    press: (testId) => click(byTest(testId)),
    async type(testId, text) {
      const field = await find(byTest(testId));
      await field.focus();
      await field.type(text);
    },
    async choose(testId, value) {
      await find(byTest(testId));
      await page.select(byTest(testId), value);
    },
    async file(testId, file) {
      const input = (await page.waitForSelector(byTest(testId), {
        timeout: PATIENCE_MS,
      })) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      clicks += 2;
    },
    find,
    state: (state) => find(`${byTest('readiness')}[data-state="${state}"]`),
    gone: (selector) => page.waitForSelector(selector, { hidden: true, timeout: PATIENCE_MS }),
    many: (testId, count) =>
      page.waitForFunction(
        (selector, wanted) => document.querySelectorAll(selector).length === wanted,
        { timeout: PATIENCE_MS },
        byTest(testId),
        count,
      ),
  };
}
