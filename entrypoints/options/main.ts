import { mount } from 'svelte';
import '../../components/styles/app.css';
import { send } from '../../utils/platform/send.ts';
import { browser } from '../../utils/platform/browser.ts';
import { readCircumstances } from '../../utils/platform/circumstances.ts';
import { openSharedStore } from '../../utils/platform/session-key.ts';
import { VaultPage } from '../../utils/platform/vault-page.svelte.ts';
import App from './App.svelte';

const store = openSharedStore();
mount(App, {
  target: document.querySelector('#app') ?? document.body,
  props: {
    store,
    send,
    vault: new VaultPage(store, send),
    surroundings: () => readCircumstances(browser.extension.inIncognitoContext ?? false),
  },
});
