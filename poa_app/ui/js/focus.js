(() => {
  const marks = document.querySelectorAll("[data-poa-focus]");
  const mark = marks[marks.length - 1];
  if (!mark) return;
  const wanted = mark.dataset.poaFocus.split(" ");
  const shut = "details:not([open])";
  let tries = 0;
  const look = () => {
    const box = wanted.slice(0, tries < 15 ? 1 : undefined)
      .map((name) => document.getElementsByClassName(name)[0]).find((one) => one);
    const row = box && box.className.includes("st-key-open");
    const field = box && box.querySelector(row ? "summary" : "textarea, input, button, [role='combobox']");
    if (field) {
      for (let fold = field.closest(shut); fold; fold = fold.parentElement.closest(shut))
        fold.querySelector("summary").click();
      field.focus({preventScroll: true});
      const {top, bottom} = field.getBoundingClientRect();
      if (!row || top < 130 || bottom > innerHeight - 200) (row ? field : box).scrollIntoView({block: "center"});
      if (document.activeElement === field) return;
    }
    if (tries++ < 40) setTimeout(look, 50);
  };
  look();
})();
