(() => {
  const marks = document.querySelectorAll("[data-poa-lang]");
  const mark = marks[marks.length - 1];
  if (mark) document.documentElement.lang = mark.dataset.poaLang;
})();
