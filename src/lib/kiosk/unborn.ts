/** How long a page may take until it runs, ms. */
const BORN_MS = 30_000;

/**
 * For a page whose scripts did not come (the network fell away between the page and its parts) and which therefore
 * cannot mend itself: HTML that looks whether it runs, and if not, loads it anew as soon as it can be had. It stands in
 * the page itself, so it is there whenever the page is.
 */
export const UNBORN = `<script>addEventListener('contextmenu',function(event){event.preventDefault()});
(function look(){setTimeout(function(){
if(document.querySelector('[data-kiosk][data-ready="true"]'))return;
fetch(location.href,{cache:'no-store'}).then(function(answer){if(answer.ok)location.reload()},function(){});
look()},${BORN_MS})})()</script>`;
