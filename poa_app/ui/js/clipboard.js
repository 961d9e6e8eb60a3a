// Lets the copy buttons work over plain HTTP, where browsers offer pages no clipboard.
// A page from another machine of the office comes over HTTP. There this stands in for the one call that Streamlit's copy
// buttons make; where the browser has a clipboard of its own, it does nothing.
(() => {
  if (navigator.clipboard) return;
  const writeText = async (text) => {
    const before = document.activeElement;
    const box = document.createElement("textarea");
    box.value = text;
    box.readOnly = true;
    box.style.cssText = "position:fixed;top:0;left:0;opacity:0";
    document.body.append(box);
    box.select();
    const copied = document.execCommand("copy");
    box.remove();
    if (before) before.focus({preventScroll: true});
    if (!copied) throw new Error("the browser did not copy");
  };
  Object.defineProperty(navigator, "clipboard", {value: {writeText}, configurable: true});
})();
