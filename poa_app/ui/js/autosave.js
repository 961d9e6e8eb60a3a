// Saves typed words once the keys rest, keeps them in this browser until the server has them, and says which it is.
// An element with data-poa-agreement tells a checksum of what is saved of each field on the page.
(() => {
  if (window.poaAutosave) return;
  window.poaAutosave = true;
  const REST = 1000, KEPT_FOR = 30 * 86400 * 1000, PREFIX = "poa/";
  const root = document.documentElement, me = Math.random().toString(36).slice(2);
  const entries = new Map();  // what was typed and is not saved, by the class of its field
  let resting = 0, checking = 0, sentAt = 0, down = false, composing = false, ready = false, storable = true;

  // What the page knows -------------------------------------------------------------------------------------------
  const app = () => document.querySelector("[data-testid='stApp']");
  const connected = () => app()?.dataset.testConnectionState === "CONNECTED";
  const busy = () => app()?.dataset.testScriptState !== "notRunning";
  const settled = () => ready && connected() && !busy() && Date.now() - sentAt > 400;
  const box = (name) => document.getElementsByClassName(name)[0];
  const field = (name) => box(name)?.querySelector("textarea, input");
  const named = (one) => (one?.querySelector("[data-testid='stWidgetLabel']")?.textContent || "").replace(/\s+/g, " ").trim();

  let notes = {fields: {}, unsaved: []}, read = "";
  const agreement = () => {
    const marks = document.querySelectorAll("[data-poa-agreement]");
    const text = marks.length ? marks[marks.length - 1].dataset.poaAgreement : "";
    if (text !== read) notes = (read = text) ? JSON.parse(text) : {fields: {}, unsaved: []};
    return notes;
  };

  const table = Array.from({length: 256}, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
  });
  const sums = new Map();
  const checksum = (name, text) => {
    const known = sums.get(name);
    if (known && known.text === text) return known.sum;
    const bytes = new TextEncoder().encode(text);
    let crc = 0xffffffff;
    for (const byte of bytes) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8);
    const sum = `${((crc ^ 0xffffffff) >>> 0).toString(16)}.${bytes.length}`;
    sums.set(name, {text, sum});
    return sum;
  };
  const differs = (name) => {
    const one = field(name);
    return Boolean(one) && checksum(name, one.value) !== agreement().fields[name];
  };
  const nameOf = (target) => {
    const holder = target.closest?.("[class*='st-key-']");
    return holder && [...holder.classList].find((name) => name in agreement().fields);
  };

  // What this browser keeps ---------------------------------------------------------------------------------------
  const waiting = new Set();  // long texts, which are written at rest
  let writing = 0;
  const write = () => {
    writing = clearTimeout(writing) ?? 0;
    for (const name of waiting) {
      try { localStorage.setItem(PREFIX + name, JSON.stringify(entries.get(name))); storable = true; }
      catch { storable = false; }
    }
    waiting.clear();
  };
  const keep = (name, entry) => {
    entries.set(name, entry);
    waiting.add(name);
    if (entry.text.length < 4000) write();
    else if (!writing) writing = setTimeout(write, 300);
  };
  const drop = (name) => {
    entries.delete(name);
    waiting.delete(name);
    try { localStorage.removeItem(PREFIX + name); } catch { /* nothing was kept either */ }
  };
  const stored = () => {
    try { return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)); } catch { return []; }
  };
  const alive = new Set([me]);
  const adopt = () => {  // what a tab has left behind that is no more
    for (const key of stored()) {
      const name = key.slice(PREFIX.length);
      let entry = null;
      try { entry = JSON.parse(localStorage.getItem(key)); } catch { /* not ours to read */ }
      if (!entry || Date.now() - entry.at > KEPT_FOR) drop(name);
      else if (!alive.has(entry.owner) && !entries.has(name)) keep(name, {...entry, owner: me, sent: 0});
    }
    ready = true;
    soon();
  };
  const tabs = window.BroadcastChannel && new BroadcastChannel("poa");
  if (tabs) tabs.onmessage = ({data}) => { if (data === "who") tabs.postMessage(me); else alive.add(data); };
  tabs?.postMessage("who");
  setTimeout(adopt, 500);

  // Saving --------------------------------------------------------------------------------------------------------
  const commit = (one, entry) => {  // as Ctrl+Enter does, which takes neither the focus nor the caret
    sentAt = entry.sent = Date.now();
    one.dispatchEvent(new KeyboardEvent("keydown", {key: "Enter", ctrlKey: true, bubbles: true, cancelable: true}));
    setTimeout(soon, 500);
  };
  const commitAll = () => {
    for (const [name, entry] of entries) {
      const one = field(name);
      if (one && !one.disabled && one.value === entry.text && differs(name)) commit(one, entry);
    }
  };
  const rest = (wait = REST) => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = 0;
      if (down || composing || (connected() && busy())) rest(150);
      else if (connected()) commitAll();
      soon();
    }, wait);
  };
  const putBack = (name, entry) => {
    const one = field(name);
    entry.again = true;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), "value").set.call(one, entry.text);
    one.dispatchEvent(new Event("input", {bubbles: true}));
    setTimeout(() => commit(one, entry), 50);
  };
  const settle = (name, entry) => {  // true when the reader has to say what becomes of it
    const one = field(name), held = agreement().fields[name];
    if (checksum(name + "/kept", entry.text) === held) drop(name);
    else if (one.disabled) return false;
    else if (one.value === entry.text) { if (!(Date.now() - entry.sent < 3000)) commit(one, entry); }
    else if (checksum(name, one.value) !== held) return false;
    else if (entry.sent && held !== entry.base) drop(name);  // the server has answered it in its own way
    else if (held === entry.base && !entry.again) { putBack(name, entry); tell(named(box(name))); }
    else return true;
    return false;
  };

  // Saying which --------------------------------------------------------------------------------------------------
  const words = () => document.querySelector("[data-poa-put-back]")?.dataset ?? {};
  const notice = document.createElement("aside");
  notice.className = "poa-kept-words";
  notice.setAttribute("role", "status");
  notice.hidden = true;
  let asked = "", toldUntil = 0;
  const line = (kind, text) => notice.appendChild(Object.assign(document.createElement(kind), {textContent: text}));
  const tell = (label) => {
    asked = "";
    toldUntil = Date.now() + 8000;
    notice.replaceChildren();
    line("p", `${words().poaPutBack} ${label}`);
    notice.hidden = false;
    setTimeout(soon, 8100);
  };
  const ask = (name, entry, here) => {
    const {poaChanged, poaElsewhere, poaAgain, poaDiscard} = words();
    const wanted = [name, here, entry.text, poaDiscard].join("/");
    if (wanted === asked) return;
    asked = wanted;
    notice.replaceChildren();
    line("p", `${here ? poaChanged : poaElsewhere} ${entry.label}`);
    line("pre", entry.text);
    if (here) line("button", poaAgain).onclick = () => { putBack(name, entry); asked = ""; };
    line("button", poaDiscard).onclick = () => { drop(name); soon(); };
    notice.hidden = false;
  };
  const show = (wrong, away) => {
    const state = away.length || (wrong.length && !connected() && storable) ? "kept" : wrong.length ? "unsaved" : "saved";
    root.dataset.poaState = state;
    const names = [...new Set([...wrong, ...away])].filter(Boolean);
    const said = names.slice(0, 2).join(", ") + (names.length > 2 ? " …" : "");
    for (const one of document.querySelectorAll(".poa-saved [data-poa-names]"))
      if (one.textContent !== said) one.textContent = said;
  };
  const soon = () => { if (!checking) checking = setTimeout(check, 60); };
  const check = () => {
    checking = 0;
    if (notice.parentNode !== document.body) document.body.append(notice);
    const {fields, unsaved, cases, case: id} = agreement();
    if (cases && settled())
      for (const key of stored())
        if (!cases.some((one) => key.startsWith(`${PREFIX}st-key-${one}-`))) drop(key.slice(PREFIX.length));
    const mine = [...entries].filter(([name]) => id && name.startsWith(`st-key-${id}-`));
    let question = null;
    if (settled() && !resting)
      for (const [name, entry] of mine) {
        const here = name in fields && Boolean(field(name));
        if (here ? settle(name, entry) : !(name in fields)) question ??= [name, entry, here];
      }
    if (question) ask(...question);
    else if (settled() && Date.now() > toldUntil) { notice.hidden = true; asked = ""; }
    const left = mine.filter(([name]) => entries.has(name));
    if (!read || (busy() && !left.length)) return;
    const wrong = [...Object.keys(fields).filter(differs), ...unsaved].map((name) => named(box(name)));
    const away = left.filter(([name]) => !field(name)).map(([, entry]) => entry.label);
    show(wrong, away);
  };

  // What happens on the page --------------------------------------------------------------------------------------
  document.addEventListener("input", ({target}) => {
    const name = nameOf(target);
    if (!name) return;
    const {base, again} = entries.get(name) ?? {base: agreement().fields[name]};
    keep(name, {text: target.value, base, again, label: named(box(name)), owner: me, at: Date.now()});
    if (root.dataset.poaState === "saved" && differs(name)) show([entries.get(name).label], []);
    rest();
    soon();
  }, true);
  document.addEventListener("focusout", ({target}) => {
    const entry = entries.get(nameOf(target));
    if (!entry || target.disabled || !connected()) return;
    sentAt = entry.sent = Date.now();
    setTimeout(soon, 500);
  });
  document.addEventListener("compositionstart", () => { composing = true; }, true);
  document.addEventListener("compositionend", () => { composing = false; }, true);
  document.addEventListener("visibilitychange", () => { if (document.hidden && connected() && !composing) commitAll(); });
  window.addEventListener("pagehide", write);
  window.addEventListener("beforeunload", (event) => {
    write();
    if (connected()) commitAll();
    if (entries.size && !storable) event.preventDefault();
  });
  new MutationObserver(soon).observe(document.body, {
    subtree: true, childList: true, attributes: true,
    attributeFilter: ["data-test-connection-state", "data-test-script-state"],
  });

  // A press counts for what it began on ---------------------------------------------------------------------------
  // Leaving a field saves it, and the answer may move the page between a button's way down and up, or reach the server
  // after the press and take it back. So a press out of a field that was typed in is carried out once that is sent.
  const PRESSED = "button, a[href], summary, label, [role='button'], [role='radio'], [role='tab'], [role='menuitem']";
  const OWN = "[data-testid='stSelectbox'], [data-testid='stMultiSelect'], [data-testid='stMenuButton'], .poa-kept-words";
  let press = null, replaying = false, typed = null;
  document.addEventListener("input", ({target}) => { typed = target; }, true);
  document.addEventListener("pointerdown", (event) => {
    const target = event.target.closest?.(PRESSED);
    down = true;
    press = null;
    if (!typed || typed !== document.activeElement || !target || target.closest(OWN)) return;
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const holder = target.closest("[class*='st-key-']");
    const name = holder && [...holder.classList].find((one) => one.startsWith("st-key-"));
    const place = holder ? [...holder.querySelectorAll(PRESSED)].indexOf(target) : -1;
    press = {target, name, place, x: event.clientX, y: event.clientY};
    typed = null;
  }, true);
  const drawnAnew = ({target, name, place}) => {  // the answer may also put a new button in the place of the old one
    const now = name && box(name)?.querySelectorAll(PRESSED)[place];
    return now && now.textContent === target.textContent ? now : null;
  };
  document.addEventListener("pointercancel", () => { down = false; press = null; }, true);
  document.addEventListener("pointerup", (event) => {
    down = false;
    const begun = press;
    if (!begun) return;
    if (Math.hypot(event.clientX - begun.x, event.clientY - begun.y) > 12) { press = null; return; }
    setTimeout(() => {
      press = null;
      const target = begun.target.isConnected ? begun.target : drawnAnew(begun);
      if (!target) return;
      replaying = true;
      target.click();
      replaying = false;
    }, 50);
  }, true);
  document.addEventListener("click", (event) => {
    if (!press || replaying) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
})();
