// Narrows the list of ties while somebody types. Without it, the whole list stands.
(() => {
  "use strict";
  const form = document.getElementById("filter");
  const text = document.getElementById("filter-text");
  const standing = document.getElementById("filter-standing");
  const count = document.getElementById("filter-count");
  const plain = (value) => value.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const groups = [...document.querySelectorAll(".group")].map((group) => ({
    group,
    name: plain(group.querySelector("h2").textContent),
    rows: [...group.querySelectorAll("li")].map((row) => ({ row, told: plain(row.textContent) })),
  }));
  const narrow = () => {
    const wanted = plain(text.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { group, name, rows } of groups) {
      let any = false;
      for (const { row, told } of rows) {
        const fits =
          (!standing.value || row.dataset.standing === standing.value) &&
          wanted.every((word) => told.includes(word) || name.includes(word));
        row.hidden = !fits;
        any = any || fits;
        shown += fits;
      }
      group.hidden = !any;
    }
    count.textContent = shown === 0 ? "No tie on record fits." : shown === 1 ? "1 tie fits." : `${shown} ties fit.`;
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", narrow);
  text.value = new URLSearchParams(location.search).get("q") ?? "";
  form.hidden = false;
  narrow();
})();
