import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerMarking } from '../utils/capture/injected/picker/offer.ts';

/** Injected on demand: lets the user mark infringing items on the page. */
export default defineUnlistedScript(() => offerMarking(() => new Date()));
