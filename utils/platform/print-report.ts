import { FailureError, fail, failureOf, succeed, type Result } from '../case/result.ts';
import type { PrintReport, PrintableReport } from '../bundle/report/print.ts';
import { nameCreator } from '../bundle/report/pdf-creator.ts';
import { browser, isFirefox } from './browser.ts';
import { attachDebugger, type DebuggerSession } from './debugger-session.ts';
import { bytesOfBase64 } from './png-bytes.ts';
import type { ReportMessage } from './report-page.ts';

/** Longest wait for the page to come up, and for all pictures of a long report to load. */
const SHOWN_TIMEOUT_MS = 120_000;
/** Bytes asked of the browser at once. */
const CHUNK = 4 * 1024 * 1024;
const MILLIMETRES_PER_INCH = 25.4;
const A4 = { paperWidth: 210 / MILLIMETRES_PER_INCH, paperHeight: 297 / MILLIMETRES_PER_INCH };
const LETTER = { paperWidth: 8.5, paperHeight: 11 };

/** Where paper is Letter; everywhere else it is A4. */
const LETTER_LOCALES = /-(?:US|CA|MX|PH|CL|CO|VE)\b/;

/**
 * Prints by the debugger on a page of our own, in a tab that is not shown. Firefox lets no extension print to a file.
 * The browser shows its bar while the debugger is on.
 */
export const printReport: PrintReport = async (report, signal) => {
  if (isFirefox) {
    return fail('not-available', 'Firefox gives extensions no way to print a page to a file');
  }
  const first = await print(report, signal);
  // A background that wakes up detaches what it finds attached; it does so once.
  return !first.ok && first.failure.code === 'debugger-detached' ? print(report, signal) : first;
};

async function print(report: PrintableReport, signal: AbortSignal): Promise<Result<Blob>> {
  const name = `report-${crypto.randomUUID()}`;
  const channel = new BroadcastChannel(name);
  let tabId: number | undefined;
  let session: DebuggerSession | undefined;
  const over = new AbortController();
  try {
    const shown = untilShown(channel, report, signal);
    // Waited for below; where opening the tab fails, nobody does.
    shown.catch(() => undefined);
    const url = `${browser.runtime.getURL('report.html')}#${name}`;
    ({ id: tabId } = await browser.tabs.create({ url, active: false }));
    await Promise.race([shown, untilClosed(tabId, over.signal)]);
    if (tabId === undefined) throw new FailureError('tab-closed', 'report');
    session = await attachDebugger(tabId);
    return succeed(await toPdf(session, signal));
  } catch (error) {
    if (signal.aborted) throw error;
    return { ok: false, failure: failureOf(error, 'browser-refused') };
  } finally {
    over.abort();
    channel.close();
    await session?.detach();
    // The user may have closed it already.
    if (tabId !== undefined) await browser.tabs.remove(tabId).catch(() => undefined);
  }
}

function untilShown(channel: BroadcastChannel, report: PrintableReport, signal: AbortSignal): Promise<void> {
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new FailureError('timeout', 'report')), SHOWN_TIMEOUT_MS);
    const end = (how: () => void) => {
      clearTimeout(timer);
      how();
    };
    signal.addEventListener('abort', () => end(() => failed(signal.reason as Error)), { once: true });
    channel.addEventListener('message', ({ data }: MessageEvent<ReportMessage>) => {
      if (data.kind === 'ready') {
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: only our own origin hears it
        channel.postMessage({ kind: 'report', ...report } satisfies ReportMessage);
      }
      if (data.kind === 'shown') end(done);
      if (data.kind === 'failed') end(() => failed(new FailureError('browser-refused', data.why)));
    });
  });
}

/** Fails where the user closes the tab: nobody would answer any more. */
function untilClosed(tabId: number | undefined, over: AbortSignal): Promise<never> {
  return new Promise((_, failed) => {
    const closed = (id: number) => {
      if (id === tabId) failed(new FailureError('tab-closed', 'the tab with the report was closed'));
    };
    browser.tabs.onRemoved.addListener(closed);
    over.addEventListener('abort', () => browser.tabs.onRemoved.removeListener(closed), { once: true });
  });
}

async function toPdf(session: DebuggerSession, signal: AbortSignal): Promise<Blob> {
  const paper = LETTER_LOCALES.test(navigator.language) ? LETTER : A4;
  const { stream } = await session.send<{ stream: string }>('Page.printToPDF', {
    ...paper,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    transferMode: 'ReturnAsStream',
  });
  const parts: Blob[] = [];
  for (;;) {
    signal.throwIfAborted();
    const { data, eof } = await session.send<{ data: string; eof: boolean }>('IO.read', {
      handle: stream,
      size: CHUNK,
    });
    if (data) parts.push(new Blob([bytesOfBase64(data)]));
    if (eof) break;
  }
  await session.send('IO.close', { handle: stream });
  if (parts.length === 0) throw new FailureError('browser-refused', 'the browser printed nothing');
  const pdf = new Uint8Array(await new Blob(parts).arrayBuffer());
  const { version } = browser.runtime.getManifest();
  if (!nameCreator(pdf, `Prima Facie ${version}`)) {
    throw new FailureError('not-available', 'the PDF names the machine in a form that cannot be taken out');
  }
  return new Blob([pdf], { type: 'application/pdf' });
}
