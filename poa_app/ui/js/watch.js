// Shows whether the program answers, keeps the letter at its lit passage, and cleans the names of fields.
(() => {
  if (window.poaWatch) return;
  window.poaWatch = true;
  const root = document.documentElement;
  let away = 0;
  const look = () => {
    const app = document.querySelector("[data-testid='stApp']");
    if (!app) return;
    clearTimeout(away);
    if (app.dataset.testConnectionState === "CONNECTED") root.removeAttribute("data-poa-offline");
    else away = setTimeout(() => root.setAttribute("data-poa-offline", ""), 1200);
  };
  let sheet = null, top = 0;
  const light = () => {
    const now = document.querySelector(".poa-sheet");
    if (!now || now === sheet) return;
    sheet = now;
    sheet.addEventListener("scroll", () => { top = sheet.scrollTop; }, {passive: true});
    const passage = sheet.querySelector(".lit");
    const above = passage ? passage.offsetTop - sheet.offsetTop : 0;
    const inView = above >= top && above < top + sheet.clientHeight - 40;
    sheet.scrollTop = passage && !inView ? above - sheet.clientHeight / 3 : top;
  };
  const name = () => {
    for (const one of document.querySelectorAll('[aria-label*="**"], [aria-label*=":gray["]'))
      one.setAttribute("aria-label", one.getAttribute("aria-label").replace(/\*\*|:gray\[|\]/g, ""));
  };
  new MutationObserver(() => { light(); name(); }).observe(document.body, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label"],
  });
  new MutationObserver(look).observe(document.body, {
    subtree: true, attributes: true,
    attributeFilter: ["data-test-connection-state"],
  });
})();
