import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import PictureViewer from '../../components/capture/PictureViewer.svelte';
import { furtherPictures } from '../../components/capture/pictures.ts';
import type { ArtifactEntry } from '../../utils/case/artifact.ts';
import { show } from './support.ts';

const entry = (path: string, index: number, about = {}): ArtifactEntry => ({
  captureId: 'c',
  index,
  path,
  digest: `sha256:${String(index).padStart(64, '0')}`,
  crc32: 0,
  size: 1,
  mediaType: path.endsWith('.png') ? 'image/png' : 'text/html',
  role: 'original',
  step: 'test',
  takenAt: '2026-11-22T00:00:00.000Z',
  about,
});
const entries = [
  'shots/viewport.png',
  'tiles/000.png',
  'items/01.png',
  'inner/01.png',
  'shots/viewport-after.png',
  'page.html',
].map((path, index) => entry(path, index, path === 'inner/01.png' ? { width: 300, height: 4000 } : {}));

describe('PictureViewer', () => {
  it('offers every picture that stands by itself, and says which one is marked', async () => {
    expect(furtherPictures(entries).map(({ path }) => path)).toEqual([
      'inner/01.png',
      'shots/viewport-after.png',
    ]);
    const onshown = vi.fn();
    const blobs = new Map(entries.map(({ digest }) => [digest, new Blob(['x'])]));
    show(PictureViewer, { entries, blobs, host: 'a.example', onshown });
    await fireEvent.change(screen.getByTestId('show-further'), { target: { value: 'inner/01.png' } });
    expect(onshown).toHaveBeenLastCalledWith('inner/01.png');
    // Its size is not known before it is loaded: nothing can be marked in it until then.
    await fireEvent.change(screen.getByTestId('show-further'), {
      target: { value: 'shots/viewport-after.png' },
    });
    expect(onshown).toHaveBeenLastCalledWith('');
  });
});
