import { mount } from 'svelte';
import '../../components/styles/app.css';
import { saveFile } from '../../utils/platform/save.ts';
import { send } from '../../utils/platform/send.ts';
import { askToPersist } from '../../utils/platform/persist.ts';
import { tidyImports } from '../../utils/bundle/import/import-bundles.ts';
import { webLocks } from '../../utils/store/custody-repository.ts';
import { addRedaction, withdrawRedaction } from '../../utils/store/redactions.ts';
import { openSharedStore } from '../../utils/platform/session-key.ts';
import { VaultPage } from '../../utils/platform/vault-page.svelte.ts';
import App from './App.svelte';
import { bundleServices } from './bundles.ts';

const store = openSharedStore();
const environment = {
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  random: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
};
void askToPersist();
// What an import left that the browser cut off; nothing of it was ever in a case.
void tidyImports(store, webLocks);

mount(App, {
  target: document.querySelector('#app') ?? document.body,
  props: {
    vault: new VaultPage(store, send),
    services: {
      store,
      saveFile,
      stamp: (captureId: string) => send({ verb: 'stamp-capture', captureId }),
      lookUp: (captureId: string) => send({ verb: 'look-up-hosting', captureId }),
      redact: (redaction) => addRedaction(store, redaction, environment),
      withdrawRedaction: (id) => withdrawRedaction(store, id, environment),
      ...bundleServices(store),
    },
  },
});
