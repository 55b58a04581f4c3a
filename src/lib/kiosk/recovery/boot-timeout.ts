/** Time for a page to start, and the time left after one of its scripts has failed, ms. */
const BOOT_TIMEOUT_MS = 30_000;
const FAILED_MS = 8000;

/**
 * Markup for a page whose scripts did not load (the network failed between the page and its scripts) and which therefore
 * cannot recover by itself: an inline script that checks whether the page has started, and otherwise reloads it as soon
 * as the server answers. It is part of the page, so it is there whenever the page is.
 */
export const BOOT_TIMEOUT = `<script>addEventListener('contextmenu',function(event){event.preventDefault()});
(function(){var timer;
function runs(){return document.querySelector('[data-kiosk][data-ready="true"]')}
function look(ms){clearTimeout(timer);timer=setTimeout(function(){
if(runs())return;
fetch(location.href,{cache:'no-store'}).then(function(answer){
if(answer.ok||answer.headers.get('x-telegram-1856'))location.reload()},function(){});
look(ms)},ms)}
function failed(){if(!runs())look(${FAILED_MS})}
addEventListener('unhandledrejection',failed);
addEventListener('error',function(event){if(event.target===window||event.target.tagName==='SCRIPT')failed()},true);
look(${BOOT_TIMEOUT_MS})})()</script>`;
