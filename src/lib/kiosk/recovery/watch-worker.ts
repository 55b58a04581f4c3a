import { LOOK_MS } from './watchdog';

/** A second clock beside the page's own: a browser that slows the page's timers does not slow this one. */
setInterval(() => postMessage(null), LOOK_MS);
