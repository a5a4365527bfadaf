import { launch } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { findBrowser } from '../../../scripts/setup/find-browser.ts';
import { listMhtml } from '../../../utils/bundle/archive/mhtml.ts';
import { startSampleSite } from '../../fixtures/site/server.ts';

it('lists what Chromium puts into an MHTML archive', async () => {
  const site = await startSampleSite();
  const browser = await launch({
    executablePath: findBrowser('chromium') ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.goto(site.url('film'), { waitUntil: 'networkidle2' });
    const session = await page.createCDPSession();
    const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' });
    const listing = await listMhtml(new Blob([data]));
    if (!listing.ok) throw new Error(listing.failure.detail);
    expect(listing.value).toMatchObject({ url: site.url('film'), truncated: false });
    const { parts } = listing.value;
    expect(parts[0]).toMatchObject({ url: site.url('film'), mediaType: 'text/html' });
    const logo = `${site.origins.cdn}/assets/tidewrack.svg`;
    const picture = await (await fetch(logo)).blob();
    expect(parts.find(({ url }) => url === logo)).toMatchObject({
      mediaType: 'image/svg+xml',
      bytes: picture.size,
    });
  } finally {
    await browser.close();
    await site.close();
  }
});
