/** Style of `verify.html`: light and dark, narrow and wide, and on paper. */
export const VERIFIER_STYLE = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f5f6f8, #13161b); --surface: light-dark(#fff, #1b1f27); --line: light-dark(#d9dde4, #323946);
  --control: light-dark(#7b8494, #7a8597); --text: light-dark(#1a2130, #e8ebf1); --muted: light-dark(#545e70, #a5afbf);
  --accent: light-dark(#284b96, #9dbaff); --accent-soft: light-dark(#e6ecf9, #222d47);
  --good: light-dark(#17643a, #86d9a6); --good-soft: light-dark(#e0f2e7, #15301f);
  --warn: light-dark(#744d00, #f1c772); --warn-soft: light-dark(#fcefd1, #35290f);
  --bad: light-dark(#9d211d, #ffa29c); --bad-soft: light-dark(#fce8e7, #3b1a1a);
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 50rem; padding: 2rem clamp(1rem, 4vw, 2.5rem) 4rem; background: var(--ground); color: var(--text); font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Hiragino Sans", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem; align-items: baseline; justify-content: space-between; margin-bottom: 1.25rem; }
header b { color: var(--accent); letter-spacing: 0.02em; }
h1 { font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2rem); line-height: 1.2; margin: 0 0 0.5rem; }
h2 { font-size: 1.05rem; margin: 0 0 0.6rem; }
p { margin: 0.4rem 0; overflow-wrap: anywhere; }
.muted { color: var(--muted); }
select, button, input { font: inherit; color: inherit; }
select, button { background: var(--surface); border: 1px solid var(--control); border-radius: 6px; padding: 0.3rem 0.7rem; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.signer { display: grid; gap: 0.3rem; margin: 1rem 0; }
.signer input { width: 100%; background: var(--surface); border: 1px solid var(--control); border-radius: 6px; padding: 0.45rem 0.7rem; font-family: ui-monospace, monospace; }
.signer .wrong { color: var(--bad); }
.drop { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0.6rem; justify-items: center; text-align: center; margin: 1.5rem 0; padding: 2.75rem 1rem; background: var(--surface); border: 2px dashed var(--control); border-radius: 12px; }
.drop strong { font-size: 1.15rem; }
.drop.over { border-color: var(--accent); background: var(--accent-soft); }
.button { position: relative; background: var(--surface); border: 1px solid var(--control); border-radius: 6px; padding: 0.4rem 1rem; cursor: pointer; }
.button:focus-within { outline: 2px solid var(--accent); outline-offset: 2px; }
.button input { position: absolute; inset: 0; opacity: 0; width: 100%; cursor: pointer; }
progress { width: 100%; height: 0.8rem; accent-color: var(--accent); }
.card, .verdict { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 1.1rem 1.3rem; margin: 1rem 0; }
.verdict { display: grid; grid-template-columns: 2.6rem minmax(0, 1fr); gap: 0 1rem; border-width: 0 0 0 6px; border-style: solid; }
.verdict p { grid-column: 2; }
.verdict .mark { grid-row: 1 / span 2; font-size: 2rem; line-height: 1.1; text-align: center; }
.verdict h2 { font-size: 1.25rem; margin: 0; grid-column: 2; line-height: 1.35; }
.verdict.whole { background: var(--good-soft); border-color: var(--good); color: var(--good); }
.verdict.unanchored { background: var(--warn-soft); border-color: var(--warn); color: var(--warn); }
.verdict.not-whole, .verdict.not-a-bundle { background: var(--bad-soft); border-color: var(--bad); color: var(--bad); }
.verdict .muted { color: inherit; }
ul { list-style: none; padding: 0; margin: 0; }
li { display: grid; grid-template-columns: 1.6rem minmax(0, 1fr); padding: 0.3rem 0; overflow-wrap: anywhere; }
li::before { font-weight: 700; }
.good li::before { content: "✓"; color: var(--good); }
.bad li::before { content: "✗"; color: var(--bad); }
.note li::before { content: "!"; color: var(--warn); }
.open li::before { content: "–"; color: var(--muted); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.3rem 1.5rem; margin: 0; }
dt { color: var(--muted); } dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; }
td { padding: 0.35rem 0; border-top: 1px solid var(--line); vertical-align: top; }
tr:first-child td { border-top: 0; }
td:last-child { text-align: end; white-space: nowrap; padding-inline-start: 1rem; font-weight: 600; }
.passed { color: var(--good); } .warning { color: var(--warn); } .failed { color: var(--bad); } .not-done { color: var(--muted); }
footer { margin-top: 2rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.875rem; color: var(--muted); }
details { margin: 0.75rem 0; } summary { cursor: pointer; overflow-wrap: anywhere; padding: 0.3rem 0; }
@media (max-width: 30rem) { dl { grid-template-columns: minmax(0, 1fr); gap: 0; } dd { margin-bottom: 0.5rem; } }
@media print { .drop, header select { display: none; } body { padding: 0; background: #fff; } .card, .verdict { break-inside: avoid; print-color-adjust: exact; } }
`;
