import { defineConfig } from 'wxt';
import { buildVerifier, VERIFIER_ASSET } from './scripts/build-verifier.ts';

/** Chromium only: the debugger takes tall pages without scrolling; the side panel shows progress. */
const chromiumPermissions = ['debugger', 'sidePanel', 'pageCapture'];
/** Firefox only: real DNS answers; TLS details need a blocking listener; a recorded capture filters responses. */
const firefoxPermissions = ['dns', 'webRequestBlocking', 'webRequestFilterResponse', 'menus'];

export default defineConfig({
  modules: ['@wxt-dev/module-svelte'],
  manifestVersion: 3,
  imports: false,
  hooks: {
    // Each export copies this file into the bundle; it is neither a page of the extension nor web-accessible.
    'build:publicAssets': async (_, files) => {
      files.push({ relativeDest: VERIFIER_ASSET, contents: await buildVerifier() });
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'activeTab',
      'alarms',
      'downloads',
      'scripting',
      'storage',
      'unlimitedStorage',
      'webNavigation',
      'webRequest',
      ...(browser === 'firefox' ? firefoxPermissions : ['contextMenus', ...chromiumPermissions]),
    ],
    host_permissions: ['<all_urls>'],
    // hash-wasm computes SHA-256 and CRC-32 in WebAssembly.
    content_security_policy: {
      extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'",
    },
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      'capture-page': {
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_commandCapture__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'prima-facie@prima-facie.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '130' }),
  }),
});
