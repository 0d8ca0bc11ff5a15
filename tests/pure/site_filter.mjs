// Runs the script of the list of ties over a list given as JSON, and writes which rows it shows.
// In: [the script, [{code, name, names, rows: [{id, text, names, standing}]}], [addresses' queries]].
import { readFileSync } from "node:fs";
import vm from "node:vm";

const [script, states, queries] = JSON.parse(readFileSync(0, "utf-8"));

const shown = (query) => {
  const element = (more = {}) => ({ hidden: true, value: "", textContent: "", addEventListener() {}, ...more });
  const named = Object.fromEntries(
    ["filter", "filter-text", "filter-standing", "filter-count", "filter-none"].map((id) => [id, element()]),
  );
  const groups = states.map(({ code, name, names, rows }) => {
    const items = rows.map((row) => element({ id: row.id, textContent: row.text, dataset: row }));
    const parts = { ".count": element({ textContent: `${rows.length}` }), "h2 a": element({ textContent: name }) };
    return element({ dataset: { code, names }, querySelector: (what) => parts[what], querySelectorAll: () => items, items, parts });
  });
  const document = { getElementById: (id) => named[id], querySelectorAll: () => groups };
  vm.runInNewContext(script, { document, location: { search: query }, URLSearchParams });
  return {
    ids: groups.flatMap(({ items }) => items.filter((item) => !item.hidden).map((item) => item.id)),
    counts: groups.filter((group) => !group.hidden).map(({ parts }) => parts[".count"].textContent),
    told: named["filter-count"].textContent,
    helped: !named["filter-none"].hidden,
  };
};

process.stdout.write(JSON.stringify(queries.map(shown)));
