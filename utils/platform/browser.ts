import polyfill from 'webextension-polyfill';
import { browser as native } from 'wxt/browser';

/** The WebExtensions API with promises, as both browsers have it. */
export const browser = polyfill;

/** The browser's own API object, for what only Chromium has (`debugger`, `sidePanel`, `pageCapture`). */
export const chromium = native;

/** Which of the two this build is for; known when it is built, so the other's code falls away. */
export const isFirefox: boolean = import.meta.env.FIREFOX;
