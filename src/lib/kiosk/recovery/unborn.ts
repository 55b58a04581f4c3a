/** How long a page may take until it runs, and how long when one of its scripts has failed, ms. */
const BORN_MS = 30_000;
const FAILED_MS = 8000;

/**
 * For a page whose scripts did not come (the network fell away between the page and its parts) and which therefore
 * cannot mend itself: HTML that looks whether it runs, and if not, loads it anew as soon as it can be had. It stands in
 * the page itself, so it is there whenever the page is.
 */
export const UNBORN = `<script>addEventListener('contextmenu',function(event){event.preventDefault()});
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
look(${BORN_MS})})()</script>`;
