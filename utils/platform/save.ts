import { browser } from './browser.ts';

/**
 * Gives a file to the browser's downloads. In a page only: a service worker has no object URLs.
 * Resolves when the file is whole on the disk.
 * @throws Error with the browser's reason when the download is interrupted; what it had written is removed by it.
 */
export async function saveFile(blob: Blob, name: string, signal?: AbortSignal): Promise<void> {
  const url = URL.createObjectURL(blob);
  try {
    const id = await browser.downloads.download({ url, filename: name, saveAs: false });
    const cancel = () => void browser.downloads.cancel(id);
    signal?.addEventListener('abort', cancel, { once: true });
    await downloadEnd(id);
    signal?.removeEventListener('abort', cancel);
  } finally {
    URL.revokeObjectURL(url);
  }
}

function downloadEnd(id: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (state: string | undefined, error: string | undefined) => {
      if (state !== 'complete' && state !== 'interrupted') return;
      browser.downloads.onChanged.removeListener(changed);
      if (state === 'complete') resolve();
      else reject(new Error(`download interrupted: ${error ?? 'no reason given'}`));
    };
    const changed = (delta: { id: number; state?: { current?: string }; error?: { current?: string } }) => {
      if (delta.id === id) settle(delta.state?.current, delta.error?.current);
    };
    browser.downloads.onChanged.addListener(changed);
    // A small file may have ended before the listener stood.
    void browser.downloads.search({ id }).then(([item]) => settle(item?.state, item?.error));
  });
}
