import type { Audience, NoticeContent } from '../../case/notice.ts';
import { viewFor } from '../audience.ts';
import { documentOf } from '../document/index.ts';
import type { Block, NoticeDocument } from '../document/model.ts';
import { sectionHeading } from './text.ts';

const STYLE = `
:root { color-scheme: light; }
body { font: 11pt/1.5 system-ui, "Noto Sans CJK SC", "Noto Sans CJK JP", sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #111; background: #fff; }
h1 { font-size: 1.5em; line-height: 1.25; }
h2 { font-size: 1.1em; margin: 1.6em 0 .4em; border-bottom: 1px solid #999; }
h3 { font-size: 1em; margin: 1em 0 .2em; }
section > section { margin-inline-start: 1em; }
dl { display: grid; grid-template-columns: minmax(9em, max-content) 1fr; gap: .15em 1em; margin: .3em 0; }
dt { color: #444; }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
ul { margin: .2em 0; padding-inline-start: 1.4em; }
li, p { white-space: pre-wrap; overflow-wrap: anywhere; }
.exact { font-family: ui-monospace, monospace; font-size: .92em; direction: ltr; unicode-bidi: isolate; }
@page { size: A4; margin: 20mm 18mm; }
@media print { body { margin: 0; max-width: none; } h2, h3 { break-after: avoid; } dl, li { break-inside: avoid; } }
`;

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * A notice as one HTML file that prints well. It loads nothing and runs nothing (its own policy forbids both), and
 * addresses of infringing material are text, never links.
 */
export function renderHtml(content: NoticeContent, audience: Audience): string {
  return writeHtml(documentOf(viewFor(content, audience)));
}

/** Any document of this shape as one HTML file. */
export function writeHtml(document: NoticeDocument): string {
  const { language } = document;
  const sections = document.sections.map((section, index) => {
    const heading = escapeHtml(sectionHeading(section.heading, index + 1, language));
    return `<section><h2>${heading}</h2>\n${section.blocks.map(writeBlock).join('\n')}</section>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(document.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(document.title)}</h1>
${document.opening.map(writeBlock).join('\n')}
${sections.join('\n')}
</main>
</body>
</html>
`;
}

function value(text: string, exact: true | undefined): string {
  return exact
    ? `<span class="exact">${escapeHtml(text)}</span>`
    : `<span dir="auto">${escapeHtml(text)}</span>`;
}

function writeBlock(block: Block): string {
  if (block.kind === 'paragraph') return `<p dir="auto">${escapeHtml(block.text)}</p>`;
  if (block.kind === 'rows') {
    const rows = block.rows.map(
      (row) => `<dt>${escapeHtml(row.label)}</dt><dd>${value(row.value, row.exact)}</dd>`,
    );
    return rows.length === 0 ? '' : `<dl>${rows.join('\n')}</dl>`;
  }
  if (block.kind === 'list') {
    const entries = block.entries.map((entry) => `<li>${value(entry, block.exact)}</li>`).join('\n');
    return `${block.label === undefined ? '' : `<p>${escapeHtml(block.label)}</p>`}<ul>${entries}</ul>`;
  }
  const inner = block.blocks.map(writeBlock).join('\n');
  return `<section><h3 dir="auto">${escapeHtml(block.heading)}</h3>\n${inner}</section>`;
}
