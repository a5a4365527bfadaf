import { defineBackground } from 'wxt/utils/define-background';
import { caseTitleFor } from '../utils/case/case-title.ts';
import { captureService } from '../utils/capture/capture-service.ts';
import { lookUpService } from '../utils/capture/look-up-again.ts';
import { CAPTURE_STEPS, RECORDED_STEPS } from '../utils/capture/steps/index.ts';
import { requestLog } from '../utils/hosting/request-log.ts';
import { handlers } from '../utils/messaging/handlers.ts';
import { openSigner } from '../utils/integrity/signing-key.ts';
import { isOwnPage, router, type Sender } from '../utils/messaging/router.ts';
import { freeBytes, stayAwake, thumbnailOf } from '../utils/platform/background-life.ts';
import { browser, isFirefox } from '../utils/platform/browser.ts';
import { readCircumstances } from '../utils/platform/circumstances.ts';
import { releaseDebuggers } from '../utils/platform/debugger-session.ts';
import { hostingEnvironment } from '../utils/platform/hosting-environment.ts';
import { pageLanguage } from '../utils/platform/page-language.ts';
import { pickerWords } from '../utils/platform/picker-words.ts';
import { marksIn, startMarking } from '../utils/platform/tab-marks.ts';
import { lookUpQueue, onLookUpsDue } from '../utils/platform/look-up-queue.ts';
import { openTab } from '../utils/platform/open-tab.ts';
import { startStamping } from '../utils/platform/stamping.ts';
import { onStartButtons, showBadge } from '../utils/platform/start-buttons.ts';
import { keepVault } from '../utils/platform/vault-keeper.ts';
import { watchRedirects } from '../utils/platform/watch-redirects.ts';
import { watchRequests } from '../utils/platform/watch-requests.ts';
import { watchCrash, watchTabs } from '../utils/platform/watch-tabs.ts';
import { captureStore } from '../utils/store/capture-store.ts';
import { openSharedStore } from '../utils/platform/session-key.ts';

/** Every listener is registered in this first turn: one registered later misses the event that woke the worker. */
export default defineBackground(() => {
  const log = requestLog(browser.storage.session);
  watchRequests(log);
  const redirects = watchRedirects();

  const store = openSharedStore();
  const stamping = startStamping(store);
  const captureRows = captureStore(store);
  const hosting = hostingEnvironment(store.db, redirects);
  const lookUps = lookUpService({ store: captureRows, hosting, queue: lookUpQueue, stayAwake });
  onLookUpsDue(() => lookUps.retryDue());
  const captures = captureService(
    {
      store: captureRows,
      openTab: (tabId) => Promise.resolve(openTab(tabId, log, captureRows.blob)),
      environment: {
        now: () => new Date(),
        monotonicNow: () => performance.now(),
        newId: () => crypto.randomUUID(),
        circumstances: readCircumstances,
        signArchive: openSigner(store.signingKeys, () => new Date(), 'P-384').sign,
        hosting,
      },
      freeBytes,
      newId: () => crypto.randomUUID(),
      newCaseTitle: (at, page) => caseTitleFor(page.href, at),
      thumbnail: thumbnailOf,
      hostingFound: lookUps.remember,
      stayAwake: () => {
        const rest = stayAwake();
        return () => {
          rest();
          stamping.wake();
          // Whatever was written while it was being turned on is sealed as well.
          vault.tend();
        };
      },
      holdStore: () => store.vault.hold(),
      watchTab: isFirefox ? () => () => undefined : watchCrash,
      releaseTabs: isFirefox ? () => Promise.resolve() : releaseDebuggers,
    },
    CAPTURE_STEPS,
    RECORDED_STEPS,
  );
  watchTabs(captures.tabLost);
  const vault = keepVault(store, () => {
    stamping.wake();
    // Stays on the list of what is running where it cannot be closed yet.
    captures.recover().catch(() => undefined);
  });

  const answer = router(
    handlers(captures, store, {
      log,
      lookUps,
      urlOf: async (tabId) => (await browser.tabs.get(tabId)).url,
      startMarking: (tabId, { language }) => startMarking(tabId, pickerWords(pageLanguage(language))),
      marksIn,
      onSettings: stamping.wake,
      onVault: vault.tend,
    }),
    (sender) => isOwnPage(sender, { id: browser.runtime.id, origin: browser.runtime.getURL('') }),
  );
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) => answer(message, sender));

  onStartButtons(async (tabId, trigger) => {
    const started = await captures.start({ tabId, trigger });
    await showBadge(tabId, started.ok ? 'running' : 'failed');
    if (!started.ok) return;
    const ended = await captures.ended(started.value.captureId, 10 * 60_000);
    const good = ended.ok && (ended.value.state === 'complete' || ended.value.state === 'partial');
    await showBadge(tabId, good ? 'done' : 'failed');
  });
});
