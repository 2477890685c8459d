// The finder: places, actors, events and figures by name, from the smallest file that can hold the answer. Loaded when
// a reader searches.
// Rows are as generator/pages/finder.py prints them; every other word comes from the page's markup.
const library = import("./vendor/ufuzzy/ufuzzy-1.0.19.js");
const get = async (name) => (await fetch(new URL(`../search/finder/${name}.json`, import.meta.url))).json();
const keys = get("keys");
const files = {};
const SHOWN = 8;
const ORDER = ["place", "actor", "event", "figure"];

const finder = document.getElementById("finder");
const [status, heading, list, shape] = finder.children;
const say = (key, parts) =>
  finder.dataset[key].replace(/\{(\w+)\}/g, (slot, name) => parts[name] ?? slot);
let plain, ready;

// One row a result: `name` is what it is called, `around` what else leads to it, `below` what is shown with it.
const rowsOf = (briefing, several) => {
  const at = briefing.id + "/";
  const called = (rows) => rows.map(([, ...names]) => names.join(" · "));
  const places = called(briefing.places), actors = called(briefing.actors);
  const row = (kind, address, title, name, around, below) =>
    ({ kind, address: at + address, title, name, around, below: several ? [briefing.name, ...below] : below });
  return [
    ...briefing.places.map(([id, name, ...also], i) => row("place", "places/#" + id, name, places[i], "", also)),
    ...briefing.actors.map(([id, name, ...also], i) => row("actor", "actors/#" + id, name, actors[i], "", also)),
    ...briefing.events.map(([id, title, when, where]) =>
      row("event", `events/${id}/`, say("dated", { title, when }), title,
        [when, id.match(/^[\d-]*/)[0], ...where.map((i) => places[i])].join(" · "), [])),
    ...briefing.said.flatMap(([id, who, when, about, ...figures]) => {
      const owner = briefing.actors[who][1], event = briefing.events[about]?.[1] ?? about;
      return figures.map(([key, figure, ...standing]) =>
        row("figure", `claims/${id}/#${key}`, say("cited", { figure, owner, when }), figure,
          [actors[who], when, id.match(/^[\d-]*/)[0], event].join(" · "), [...standing, event]));
    }),
  ];
};

const open = async (number) => {
  const briefings = await get(number);
  const rows = briefings.flatMap((briefing) => rowsOf(briefing, briefings[1]));
  const words = rows.map(({ name, around }) => plain(`${name} · ${around}`));
  return { rows, words, names: rows.map(({ name }) => plain(name)) };
};

// The smallest file that one of the words leads to, numbers before words, and years only where there is nothing else.
const fileFor = async (needle) => {
  const numbers = (needle.match(/\d+/g) ?? []).map((number) => String(+number));
  const days = numbers.filter((number) => !/^(19|20)..$/.test(number));
  const asked = days[0] ? days : numbers[0] ? numbers : needle.match(/\p{L}+/gu) ?? [];
  const found = (await keys).map(([key, size], number) => ({ key, size, number }));
  const longest = (word) => found.filter(({ key }) => word.startsWith(key)).sort((a, b) => b.key.length - a.key.length)[0];
  const best = asked.map(longest).filter(Boolean).sort((a, b) => a.size - b.size)[0];
  return best ? (files[best.number] ??= open(best.number)) : { rows: [], words: [], names: [] };
};

const prepare = async (folded) => {
  const { default: Fuzzy } = await library;
  plain = (text) => Fuzzy.latinize(folded(text)).replace(/(\d),(?=\d{3})/g, "$1");
  const letters = {
    unicode: true, interSplit: "[^\\p{L}\\d']+", intraSplit: "\\p{Ll}\\p{Lu}", intraChars: "[\\p{L}\\d']",
    interBound: "[^\\p{L}\\d]", intraBound: "\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}", intraContr: "'\\p{L}{1,2}\\b",
    interLft: 1,
  };
  const engines = [new Fuzzy(letters), new Fuzzy({ ...letters, intraMode: 1 })];

  // A number is met whole, words by their beginning; a letter may be wrong only where nothing else is found.
  return async (asked) => {
    const needle = plain(asked);
    const { rows, words, names } = await fileFor(needle);
    const numbers = (needle.match(/\d+/g) ?? []).map((number) => new RegExp(`(?<!\\d)0*${+number}(?!\\d)`));
    const whole = (text) => numbers.every((number) => number.test(text));
    for (const engine of engines) {
      const [found, info, order] = engine.search(words, needle, 1, 1e5);
      const hits = (order?.map((i) => info.idx[i]) ?? found ?? []).filter((i) => whole(words[i]));
      if (!hits.length) continue;
      const named = new Set(engine.search(names, needle, 1, 0)[0]?.filter((i) => whole(names[i])));
      const rank = (i) => (named.has(i) ? 0 : ORDER.length) + ORDER.indexOf(rows[i].kind);
      return { near: engine === engines[1], rows: hits.sort((a, b) => rank(a) - rank(b)).map((i) => rows[i]) };
    }
    return { rows: [] };
  };
};

const item = ({ kind, address, title, below }) => {
  const one = shape.content.cloneNode(true);
  Object.assign(one.querySelector("a"), { href: new URL("../" + address, import.meta.url), textContent: title });
  one.querySelector("b").textContent = finder.dataset[kind];
  for (const words of below) {
    one.querySelector(".excerpt").append(" · ", Object.assign(document.createElement("bdi"), { textContent: words }));
  }
  return one;
};

export const find = async (asked, folded) => {
  const { near, rows } = await (await (ready ??= prepare(folded)))(asked);
  status.textContent = say(rows.length ? (near ? "near" : "some") : "none", { q: asked, n: rows.length });
  heading.hidden = !rows.length;
  list.replaceChildren(...rows.slice(0, SHOWN).map(item));
};
