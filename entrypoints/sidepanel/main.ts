import { mount } from 'svelte';
import '../../components/styles/app.css';
import { send } from '../../utils/platform/send.ts';
import { activeTab, onActiveTabChange, showPage } from '../../utils/platform/tabs.ts';
import { openSharedStore } from '../../utils/platform/session-key.ts';
import { VaultPage } from '../../utils/platform/vault-page.svelte.ts';
import App from './App.svelte';
import { PanelState } from './panel-state.svelte.ts';

const store = openSharedStore();
mount(App, {
  target: document.querySelector('#app') ?? document.body,
  props: {
    store,
    panel: new PanelState({ store, send }),
    vault: new VaultPage(store, send),
    activeTab,
    onActiveTabChange,
    showPage,
  },
});
