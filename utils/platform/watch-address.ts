import type { AddressChange } from '../case/capture-document.ts';
import { browser } from './browser.ts';

/** Pages that turn with every scroll step are followed so far; the first of their changes says it all. */
const MAXIMUM_CHANGES = 200;

interface Details {
  readonly tabId: number;
  readonly frameId: number;
  readonly url: string;
  readonly timeStamp: number;
}

/** Notes the addresses that a tab's page gives itself without loading, until `end`. */
export function watchAddress(tabId: number): { changes: () => readonly AddressChange[]; end: () => void } {
  const { onHistoryStateUpdated, onReferenceFragmentUpdated } = browser.webNavigation;
  const changes: AddressChange[] = [];
  const note = (by: AddressChange['by']) => (details: Details) => {
    if (details.tabId !== tabId || details.frameId !== 0 || changes.length >= MAXIMUM_CHANGES) return;
    changes.push({ at: new Date(details.timeStamp).toISOString(), url: details.url.slice(0, 8192), by });
  };
  const history = note('history');
  const fragment = note('fragment');
  onHistoryStateUpdated.addListener(history);
  onReferenceFragmentUpdated.addListener(fragment);
  return {
    changes: () => [...changes],
    end() {
      onHistoryStateUpdated.removeListener(history);
      onReferenceFragmentUpdated.removeListener(fragment);
    },
  };
}
