// Narrows the list of ties while somebody types. Without it, the whole list stands.
(() => {
  "use strict";
  const form = document.getElementById("filter");
  const text = document.getElementById("filter-text");
  const standing = document.getElementById("filter-standing");
  const count = document.getElementById("filter-count");
  const none = document.getElementById("filter-none");
  // Words without accents, apostrophes and case; "St." and "Saint" are one.
  const words = (value) =>
    value.normalize("NFD").replace(/[\p{M}'’ʼ]/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const told = (...values) => words(values.join(" ")).map((word) => (word === "st" ? "saint" : word));
  const groups = [...document.querySelectorAll(".group")].map((group) => ({
    group,
    code: group.dataset.code.toLowerCase(),
    counted: group.querySelector(".count"),
    total: group.querySelector(".count").textContent,
    rows: [...group.querySelectorAll("li")].map((row) => ({
      row,
      told: told(row.textContent, row.dataset.names, group.querySelector("h2 a").textContent, group.dataset.names),
    })),
  }));
  const standings = new Set(groups.flatMap(({ rows }) => rows.map(({ row }) => row.dataset.standing)));
  // What every tie is, and tells none from another.
  const common = new Set(["russia", "russian", "tie", "ties"]);
  const codes = new Set(groups.map(({ code }) => code));
  const begins = (told, word) =>
    told.some((known) => known.startsWith(word) || (word === "st" && known === "saint"));
  // The rows in which each word begins one, in a state if that is asked for by its two letters.
  const fitting = (wanted, code) =>
    new Set(
      groups
        .filter((group) => !code || group.code === code)
        .flatMap(({ rows }) => rows)
        .filter(({ row }) => !standing.value || row.dataset.standing === standing.value)
        .filter(({ row, told }) => wanted.every((word) => fits(row, told, word)))
        .map(({ row }) => row),
    );
  // "ended" asks for those that ended, and not for "not ended".
  const fits = (row, told, word) => (standings.has(word) ? row.dataset.standing === word : begins(told, word));
  const found = () => {
    const wanted = words(text.value).filter((word) => !common.has(word));
    const last = wanted.at(-1);
    if (!codes.has(last)) return fitting(wanted);
    const inState = fitting(wanted.slice(0, -1), last);
    // "Des Mo" is on the way to Des Moines, and not in Missouri.
    return inState.size || wanted.length === 1 ? inState : fitting(wanted);
  };
  const narrow = () => {
    const shown = found();
    for (const { group, counted, total, rows } of groups) {
      for (const { row } of rows) row.hidden = !shown.has(row);
      const left = rows.filter(({ row }) => !row.hidden).length;
      group.hidden = left === 0;
      counted.textContent = left === rows.length ? total : `${left} of ${total}`;
    }
    none.hidden = shown.size > 0;
    count.textContent = shown.size === 0 ? "Nothing here fits." : shown.size === 1 ? "1 tie fits." : `${shown.size} ties fit.`;
  };
  const asked = new URLSearchParams(location.search);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", narrow);
  text.value = asked.get("q") ?? "";
  standing.value = asked.get("standing") ?? "";
  form.hidden = false;
  narrow();
})();
