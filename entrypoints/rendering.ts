import html2canvas from 'html2canvas';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerRendering } from '../utils/capture/injected/rendering.ts';

/** Injected only when no method gives real pixels: re-draws the DOM, which is a rendering and no screenshot. */
export default defineUnlistedScript(() => offerRendering(html2canvas));
