import { mount } from 'svelte';
import '../../components/styles/app.css';
import { saveFile } from '../../utils/platform/save.ts';
import { openStore } from '../../utils/store/store.ts';
import App from './App.svelte';
import { bundleServices } from './bundles.ts';

const store = openStore();

mount(App, {
  target: document.querySelector('#app') ?? document.body,
  props: { services: { store, saveFile, ...bundleServices(store) } },
});
