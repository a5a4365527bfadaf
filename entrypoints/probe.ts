import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readPage } from '../utils/capture/read-page.ts';

/** Injected on demand; its return value is what `scripting.executeScript` gives back. */
export default defineUnlistedScript(() => readPage(window, () => new Date()));
