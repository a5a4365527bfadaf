import { mount } from 'svelte';
import '../../components/styles/app.css';
import { send } from '../../utils/platform/send.ts';
import { activeTab, onActiveTabChange, showPage } from '../../utils/platform/tabs.ts';
import { openStore } from '../../utils/store/store.ts';
import App from './App.svelte';
import { PanelState } from './panel-state.svelte.ts';

const store = openStore();
mount(App, {
  target: document.querySelector('#app') ?? document.body,
  props: { store, panel: new PanelState({ store, send }), activeTab, onActiveTabChange, showPage },
});
