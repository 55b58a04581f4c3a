import { install } from './install';

/** The host script. It is built into one classic file: see `scripts/build-host.mjs`. */
const script = document.currentScript;
install(script instanceof HTMLScriptElement && script.src ? script.src : null);
