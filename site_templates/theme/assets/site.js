// Copy buttons, and full text on the search page. Every word comes from the page's markup.
"use strict";
const all = (selector) => [...document.querySelectorAll(selector)];
const make = (tag) => document.createElement(tag);

for (const button of all("[data-copy]")) {
  button.hidden = false;
  button.onclick = async () => {
    const [sentence, link] = button.parentElement.children;
    await navigator.clipboard.writeText(`${sentence.textContent.trim()} ${link.href}`);
    button.setAttribute("aria-label", button.dataset.copy);
  };
}

const search = document.getElementById("search");
if (search) {
  const [choices, status, heading, list, shape] = search.children;
  const selects = all(".choices select");
  const box = document.getElementById("q");
  const finder = document.getElementById("finder");
  const given = new URLSearchParams(location.search);
  let engine, named;

  // The one address of a script that is made while a page is read: Pagefind's worker.
  const worker = new URL("../pagefind/pagefind-worker.js", document.currentScript.src).href;
  window.trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => new URL(url, location).href === worker ? url : null,
  });

  // As the index is folded: keep in step with the generator.
  const folded = (text) => text.toLowerCase()
    .replace(/[يىېۍئ]/g, "ی").replace(/ك/g, "ک").replace(/ګ/g, "گ")
    .replace(/[ةۀ]/g, "ه").replace(/[أإآ]/g, "ا").replace(/ؤ/g, "و")
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt() & 15)
    .replace(/[\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "");

  const row = ({ url, meta, excerpt }) => {
    const item = shape.content.cloneNode(true);
    Object.assign(item.querySelector("a"), { href: url, textContent: meta.title });
    excerpt.split(/<\/?mark>/).forEach((part, i) => {
      const plain = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">"); // undoes Pagefind's escaping
      item.querySelector(".excerpt").appendChild(make(i % 2 ? "mark" : "span")).textContent = plain;
    });
    return item;
  };

  const run = async () => {
    if (location.protocol === "file:") return (status.textContent = search.dataset.file);
    const asked = box.value.trim(), filters = {};
    if (!asked) return;
    const said = (key, n) => search.dataset[key].replace("{n}", n).replace("{q}", () => asked);
    const say = (...what) => { status.textContent = said(...what); };
    for (const { name, value } of selects) {
      if (engine ? value : given.has(name)) filters[name] = value || given.get(name);
    }
    // The lists below move away once, before anything is painted, so that nothing jumps when results come.
    search.parentElement.style.minBlockSize = "100vh";
    // Names and numbers first: they come at once, and full text follows, whatever became of them. Filters are of the text.
    finder.hidden = Object.keys(filters)[0];
    if (named !== asked) {
      const [first] = finder.children;
      first.textContent = said("loading");
      await import("./finder.js").then(({ find }) => find(asked, folded)).catch(() => { first.textContent = ""; });
    }
    named = asked;
    choices.hidden = false;
    say("loading");
    try {
      if (!engine) await (engine = await import("../pagefind/pagefind.js")).filters();
      const found = await engine.search(folded(asked), { filters });
      const pages = await Promise.all(found.results.slice(0, 20).map((one) => one.data()));
      if (asked !== box.value.trim()) return;
      history.replaceState(0, "", "?" + new URLSearchParams({ q: asked, ...filters }));
      // Pagefind shortens an unknown word until it matches: a guess, and called one.
      const stems = folded(asked).split(/[^\p{L}\p{N}]+/u).map((word) => word.replace(/(e?s|ed|ing)$/, ""));
      const exact = pages.some(({ meta, content }) => stems.every((stem) => folded(meta.title + content).includes(stem)));
      say(exact ? "some" : pages[0] ? "vague" : "none", found.results.length);
      list.replaceChildren(...pages.slice(0, exact ? 20 : 5).map(row));
      for (const select of selects) {
        select.length = 1;
        for (const [value, n] of Object.entries(found.filters[select.name] ?? {})) {
          if (n) select.add(new Option(`${value} (${n})`, value, 0, value === filters[select.name]));
        }
      }
      heading.hidden = !pages[0];
    } catch {
      say("failed");
      choices.hidden = !engine?.search;
    }
  };

  search.hidden = finder.hidden = false;
  box.value ||= given.get("q") ?? "";
  box.form.onsubmit = () => { run(); return false; };
  choices.onchange = run;
  run();
}
