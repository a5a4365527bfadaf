import { mount } from 'svelte';
import '../../components/styles/app.css';
import { send } from '../../utils/platform/send.ts';
import { activeTab, onActiveTabChange, showPage } from '../../utils/platform/tabs.ts';
import { openStore } from '../../utils/store/store.ts';
import App from './App.svelte';

const target = document.querySelector('#app') ?? document.body;
mount(App, { target, props: { store: openStore(), send, activeTab, onActiveTabChange, showPage } });
