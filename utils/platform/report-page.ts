import type { PrintableReport } from '../bundle/report/print.ts';

/** What the page that prints and the page that exports say to each other, over a channel only ours can hear. */
export type ReportMessage =
  | { readonly kind: 'ready' }
  | ({ readonly kind: 'report' } & PrintableReport)
  | { readonly kind: 'shown' }
  | { readonly kind: 'failed'; readonly why: string };

/** Shows the report that the exporting page sends, and says when every picture is there. */
export function serveReport(channelName: string): void {
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target: only our own origin hears it
  const say = (message: ReportMessage) => channel.postMessage(message);
  channel.addEventListener('message', ({ data }: MessageEvent<ReportMessage>) => {
    if (data.kind !== 'report') return;
    show(data).then(
      () => say({ kind: 'shown' }),
      (error: unknown) => say({ kind: 'failed', why: String(error) }),
    );
  });
  say({ kind: 'ready' });
}

/** The report is our own, every foreign text in it escaped; parsed this way no script of it could run either. */
async function show({ html, pictures }: PrintableReport): Promise<void> {
  const made = new DOMParser().parseFromString(html, 'text/html');
  const loaded = [...made.querySelectorAll('img, image')].map((element) => place(element, pictures));
  // Links to files of the bundle lead nowhere from a PDF that stands alone; those to pages and to its own parts stay.
  for (const link of made.querySelectorAll('a[href]')) {
    if (!/^(?:https?:|#)/.test(link.getAttribute('href') ?? '')) link.removeAttribute('href');
  }
  document.documentElement.lang = made.documentElement.lang;
  document.title = made.title;
  document.head.append(...made.querySelectorAll('style'));
  document.body.replaceWith(document.adoptNode(made.body));
  await Promise.all(loaded.map((wait) => wait()));
  await document.fonts.ready;
}

/** Points a picture at its bytes; the function returned waits until it has loaded. */
function place(element: Element, pictures: ReadonlyMap<string, Blob>): () => Promise<void> {
  const attribute = element.hasAttribute('src') ? 'src' : 'href';
  const blob = pictures.get(element.getAttribute(attribute) ?? '');
  // A tab in the background never comes to load what waits until it is seen.
  element.removeAttribute('loading');
  if (!blob) {
    element.removeAttribute(attribute);
    return () => Promise.resolve();
  }
  const address = URL.createObjectURL(blob);
  return () =>
    new Promise((done, failed) => {
      element.addEventListener('load', () => done(), { once: true });
      element.addEventListener('error', () => failed(new Error('a picture does not load')), { once: true });
      element.setAttribute(attribute, address);
    });
}
