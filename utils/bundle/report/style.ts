/** Typefaces by language: the systems' own, so that Chinese and Japanese have their own shapes. */
const FACES = `
:root { --face: "Noto Sans", "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif; }
:root:lang(zh) { --face: "Noto Sans", "Segoe UI", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
:root:lang(ja) { --face: "Noto Sans", "Segoe UI", system-ui, "Hiragino Sans", "Yu Gothic", Meiryo, "Noto Sans CJK JP", sans-serif; }
`;

const BASE = `
* { box-sizing: border-box; }
:root { color-scheme: light; --ink: #14181f; --soft: #525c6b; --line: #cfd5de; --wash: #f4f6f9; --accent: #1f3f80; --warn: #6b4700; --warn-wash: #fdf3dc; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem clamp(1rem, 4vw, 3rem) 4rem; background: #fff; color: var(--ink); font: 0.9375rem/1.55 var(--face); }
h1, h2, h3 { line-height: 1.25; overflow-wrap: anywhere; break-after: avoid; }
h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.4rem); margin: 0.3rem 0 0.5rem; letter-spacing: -0.01em; }
h2 { font-size: 1.35rem; margin: 3rem 0 1rem; padding-bottom: 0.4rem; border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.02rem; margin: 1.8rem 0 0.6rem; }
p { margin: 0.5rem 0; }
a { color: var(--accent); text-underline-offset: 0.15em; }
code { font-family: ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono", monospace; font-size: 0.84em; overflow-wrap: anywhere; }
.url { overflow-wrap: anywhere; word-break: break-all; }
.local, .none, figcaption, .sub { color: var(--soft); }
.break { overflow-wrap: anywhere; }
ul, ol { padding-inline-start: 1.4rem; margin: 0.5rem 0; }
li { margin: 0.25rem 0; }
ul.urls { list-style: none; padding: 0; margin: 0; }
.cover { border-top: 6px solid var(--accent); padding-top: 1.6rem; }
.cover .kind { text-transform: uppercase; letter-spacing: 0.08em; font-weight: 600; color: var(--accent); margin: 0; }
:lang(zh) .cover .kind, :lang(ja) .cover .kind { letter-spacing: 0.12em; }
.cover .sub { font-size: 1.05rem; margin: 0 0 1.6rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 13rem) minmax(0, 1fr); margin: 0.6rem 0; border-top: 1px solid var(--line); }
dt, dd { margin: 0; padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
dt { color: var(--soft); padding-inline-end: 1rem; }
dd { overflow-wrap: anywhere; }
dd > :first-child { margin-top: 0; } dd > :last-child { margin-bottom: 0; }
nav ol { columns: 18rem 2; }
.card { border: 1px solid var(--line); border-radius: 6px; padding: 1rem 1.2rem; margin: 1rem 0; }
.card h3 { margin-top: 0; }
.card p { margin: 0.15rem 0; }
.card > dl { border-top: 0; margin-bottom: -0.4rem; }
.card > dl > :nth-last-child(-n + 2) { border-bottom: 0; }
.item { display: grid; grid-template-columns: 13rem minmax(0, 1fr); column-gap: 1.4rem; }
.item h3 { grid-column: 1 / -1; }
.item:not(:has(.thumb)) { grid-template-columns: minmax(0, 1fr); }
.item dl { grid-template-columns: minmax(6rem, 8rem) minmax(0, 1fr); margin-top: -0.4rem; border-top: 0; }
.thumb { width: 100%; max-height: 11rem; aspect-ratio: 16 / 10; object-fit: cover; object-position: top; background: var(--wash); border: 1px solid var(--line); border-radius: 3px; }
.thumb.crop { aspect-ratio: auto; max-height: 16rem; object-fit: contain; object-position: left top; }
p.thumb { display: grid; place-items: center; min-height: 6rem; background: var(--wash); }
.lead { font-size: 1rem; }
.state { font-size: 0.8rem; font-weight: 600; vertical-align: middle; padding: 0.15rem 0.6rem; border-radius: 99px; background: #e0f2e7; color: #17643a; white-space: nowrap; }
.state.partial { background: var(--warn-wash); color: var(--warn); }
.state.failed, .state.cancelled, .state.interrupted { background: #fce8e7; color: #9d211d; }
.notice { background: var(--warn-wash); color: var(--warn); border-radius: 6px; padding: 0.6rem 0.9rem; }
figure { margin: 1rem 0; }
figure > img, figure > svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); }
figcaption { font-size: 0.82rem; margin-top: 0.4rem; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.84rem; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.7rem 0.4rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--soft); font-weight: 600; }
td { overflow-wrap: anywhere; min-width: 3.5rem; }
td code { font-size: 0.92em; }
.files td:first-child, .name { overflow-wrap: break-word; word-break: keep-all; }
.files td:last-child { max-width: 22rem; }
.files td:nth-child(2) { white-space: nowrap; }
.headers thead { display: none; }
.headers td:first-child { width: 14rem; }
.way { display: block; max-width: 100%; height: auto; margin: 0.6rem 0 1rem; }
.way rect { fill: var(--wash); stroke: var(--line); stroke-width: 1.5; }
.way rect.reader { fill: #fff; }
.way rect.unknown-origin { fill: #fff; stroke-dasharray: 5 4; stroke: #77808d; }
.way line { stroke: var(--soft); stroke-width: 1.5; }
.way line.dashed { stroke-dasharray: 5 4; }
.way text { fill: var(--ink); font-size: 13px; }
.way .title { font-weight: 600; font-size: 14px; }
.way .small { fill: var(--soft); font-size: 12px; }
.form { line-height: 1.9; }
.form table { line-height: 1.5; }
time { white-space: nowrap; }
.form .notice { line-height: 1.55; }
.blank { font: inherit; color: inherit; border: 0; border-bottom: 1px solid var(--ink); background: transparent; padding: 0 0.2rem; width: 15rem; max-width: 100%; }
.blank.wide { width: 28rem; }
.blank:focus { outline: 2px solid var(--accent); outline-offset: 2px; }
.blank::placeholder { color: #77808d; font-size: 0.85em; opacity: 1; }
.signs { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin-top: 2rem; }
.sign { flex: 1 1 12rem; display: flex; flex-direction: column; font-size: 0.85rem; color: var(--soft); }
.sign .blank { width: 100%; height: 2.6rem; }
.sign .blank::placeholder { color: transparent; }
`;

const NARROW = `
@media screen and (max-width: 40rem) {
  dl, .item dl { grid-template-columns: minmax(0, 1fr); }
  dt { border-bottom: 0; padding-bottom: 0; } dd { padding-top: 0.1rem; }
  .item { grid-template-columns: minmax(0, 1fr); }
  table, tbody, tr, td { display: block; width: 100%; max-width: none; }
  thead { display: none; }
  tr { border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
  .files td:nth-child(2) { white-space: normal; }
  td, .files td:last-child { border: 0; padding: 0.1rem 0; max-width: none; width: auto; }
  td[data-label]:not([data-label=""])::before { content: attr(data-label) ": "; color: var(--soft); }
}
`;

/** One capture begins on its own page; nothing that belongs together is torn apart where it fits. */
function print(footer: string): string {
  return `
@page { size: auto; margin: 18mm 16mm 20mm; @bottom-left { content: "${footer}"; font: 7.5pt sans-serif; color: #525c6b; } @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt sans-serif; color: #525c6b; } }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; }
  .cover { min-height: 0; }
  .capture, #captures, #method, #declaration, #certificate { break-before: page; }
  .capture > h2, #captures > h2, #method > h2, .form > h2 { margin-top: 0; }
  figure, .card, tr, .signs, dt, dd { break-inside: avoid; }
  #declaration.unmade { break-before: auto; }
  .oath { break-inside: avoid; }
  .form > ol > li:last-child, .form [lang] > ol > li:last-child { break-after: avoid; }
  figure.slice > svg { max-height: 212mm; }
  figcaption { break-before: avoid; }
  figure > img { max-height: 150mm; object-fit: contain; object-position: left top; width: auto; max-width: 100%; }
  a { color: inherit; text-decoration: none; }
  .state, .notice, p.thumb, .cover { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .scroll { overflow: visible; }
  p .blank.wide, li .blank.wide { width: 110mm; }
  .sign .blank.blank { width: 100%; }
  .signs { break-before: avoid; }
  .sign { flex-basis: 40mm; }
}
`;
}

/** The report's style sheet. `footer`: printed on each page; its quotes, backslashes and line breaks are dropped. */
export function reportStyle(footer: string): string {
  const plain = footer.replaceAll(/["\\\r\n<]/g, ' ');
  return FACES + BASE + NARROW + print(plain);
}
