"""How the pages look, in light and dark, and the script that lights links up and sorts tables."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --paper: #fbfaf8; --ink: #1d2327; --soft: #5b656c; --line: #d9d6d0; --chip: #eceae5;
  --link: #2f6f8f; --hot: #b3541e; --doubt: #d98a3d; }
@media (prefers-color-scheme: dark) { :root { --paper: #17191b; --ink: #e6e4df; --soft: #a2a9ad; --line: #3a3f43;
  --chip: #282c2f; --link: #6fb3d2; --hot: #f0985a; --doubt: #a8621f; } }
body { margin: 0 auto; padding: 2rem 1.5rem 4rem; max-width: 68rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.35rem; font-weight: 500; margin: .2rem 0; }
h2 { font-size: 1.1rem; font-weight: 600; margin: 2.2rem 0 .6rem; }
p { margin: .4rem 0; } .soft { color: var(--soft); } .small { font-size: .85rem; } .pair { font-size: 1.15rem; }
.redo { color: var(--hot); }
.picture { overflow-x: auto; margin: .8rem 0; } svg { display: block; max-width: none; direction: ltr; }
svg text { unicode-bidi: plaintext; fill: var(--ink); font: 15px system-ui, sans-serif; }
svg text.axis { fill: var(--soft); font-size: 12px; }
.chip { fill: var(--chip); } .chip.doubt { fill: var(--doubt); } .word { cursor: default; outline: none; }
.link { fill: none; stroke: var(--link); } .cell, .dot { fill: var(--link); } .diagonal, .frame { stroke: var(--line);
  fill: none; } .mean { fill: var(--hot); }
.looking .link { opacity: .07; } .looking .link.hot { opacity: 1; stroke: var(--hot); }
.looking .word.hot .chip { stroke: var(--hot); stroke-width: 2; }
table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: .3rem .6rem; vertical-align: top;
  border-bottom: 1px solid var(--line); } td.number, th.number { text-align: end; font-variant-numeric: tabular-nums; }
td.number { unicode-bidi: plaintext; }
th button, td button { all: unset; cursor: pointer; } th { white-space: nowrap; } .verdict { white-space: nowrap; }
th button { font-weight: 600; }
button:focus-visible {
  outline: 2px solid var(--link); outline-offset: 2px; } th button::after { content: " ↕"; color: var(--soft); }
td button { text-decoration: underline dotted; text-underline-offset: .25em; }
.beside { display: flex; flex-wrap: wrap; gap: 2rem; align-items: flex-start; }
table.narrow { width: auto; min-width: 24rem; } td p { margin: 0; }
"""

SCRIPT = """
document.querySelectorAll('svg.sentence').forEach(svg => {
  const show = word => {
    svg.classList.toggle('looking', !!word);
    svg.querySelectorAll('.hot').forEach(e => e.classList.remove('hot'));
    if (!word) return;
    word.classList.add('hot');
    const side = word.dataset.side, other = side === 's' ? 't' : 's';
    svg.querySelectorAll(`.link[data-${side}="${word.dataset.n}"]`).forEach(link => {
      link.classList.add('hot');
      const end = svg.querySelector(`.word[data-side="${other}"][data-n="${link.dataset[other]}"]`);
      if (end) end.classList.add('hot');
    });
  };
  svg.querySelectorAll('.word').forEach(word => {
    word.addEventListener('mouseenter', () => show(word));
    word.addEventListener('focus', () => show(word));
    word.addEventListener('mouseleave', () => show(null));
    word.addEventListener('blur', () => show(null));
  });
});
document.querySelectorAll('tr.more').forEach(row => { row.hidden = true; });
document.querySelectorAll('button.open').forEach(button => {
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => {
    const row = button.closest('tbody').querySelector('tr.more');
    row.hidden = !row.hidden;
    button.setAttribute('aria-expanded', String(!row.hidden));
  });
});
document.querySelectorAll('table.sorted').forEach(table => {
  let last = null, down = false;
  table.querySelectorAll('th button').forEach((button, column) => button.addEventListener('click', () => {
    down = last === column && !down;
    last = column;
    const value = body => body.rows[0].cells[column].dataset.value ?? body.rows[0].cells[column].textContent;
    const order = (a, b) => {
      const x = value(a), y = value(b), n = Number(x) - Number(y);
      return (down ? -1 : 1) * (Number.isNaN(n) ? x.localeCompare(y) : n);
    };
    [...table.tBodies].sort(order).forEach(body => table.append(body));
    table.querySelectorAll('th').forEach(th => th.removeAttribute('aria-sort'));
    button.parentElement.setAttribute('aria-sort', down ? 'descending' : 'ascending');
  }));
});
"""
