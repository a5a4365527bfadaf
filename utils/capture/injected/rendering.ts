import type { Box } from '../../case/facts.ts';

/** html2canvas, as far as it is used here. */
export type Draw = (
  element: HTMLElement,
  options: Record<string, unknown>,
) => Promise<{ toDataURL(type: string): string }>;

/** Kept in the isolated world, which the page cannot reach. */
interface Renderer {
  primaFacieRender?: (box: Box) => Promise<string>;
}

/** Makes the re-drawing function available to {@link renderBox}. */
export function offerRendering(draw: Draw): true {
  (globalThis as Renderer).primaFacieRender = async (box) => {
    const canvas = await draw(document.documentElement, {
      ...box,
      scale: devicePixelRatio,
      logging: false,
      // Pictures of other hosts are asked for by CORS; those that refuse stay blank, and a rendering says so.
      useCORS: true,
      imageTimeout: 5_000,
    });
    return canvas.toDataURL('image/png');
  };
  return true;
}

/** Re-draws a part of the page as a `data:` URL of a PNG. Injected as a function. */
export async function renderBox(box: Box): Promise<string> {
  const render = (globalThis as Renderer).primaFacieRender;
  return render ? render(box) : '';
}
