import type { Deadline } from '../../case/delivery.ts';
import type { Notice } from '../../case/notice.ts';
import type { Instant } from '../../case/values.ts';
import { cleanText } from '../audience.ts';

/** Octets of a content line, its end not counted (RFC 5545, section 3.1). */
const LINE_OCTETS = 75;

/**
 * Deadlines as an iCalendar file (RFC 5545), one all-day event each, on the day it is counted for. Written by hand: it is one
 * component with six properties. `now` is the time the file was made.
 */
export function toCalendar(deadlines: readonly Deadline[], notices: readonly Notice[], now: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Prima Facie//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    ...deadlines.flatMap((deadline) => eventLines(deadline, notices, now)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function eventLines(deadline: Deadline, notices: readonly Notice[], now: Instant): string[] {
  const provider = notices.find((notice) => notice.id === deadline.noticeId)?.content.provider.name ?? '';
  const summary = [provider, deadline.label].filter((part) => part !== '').join(': ');
  const day = deadline.at.slice(0, 10).replaceAll('-', '');
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(deadline.id)}@prima-facie.invalid`,
    `DTSTAMP:${now.slice(0, 19).replaceAll(/[-:]/g, '')}Z`,
    `DTSTART;VALUE=DATE:${day}`,
    `DTEND;VALUE=DATE:${nextDay(deadline.at)}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText([deadline.citation, deadline.counted, deadline.at, deadline.noticeId].filter(Boolean).join('\n'))}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function nextDay(at: Instant): string {
  const date = new Date(`${at.slice(0, 10)}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10).replaceAll('-', '');
}

/** TEXT of RFC 5545, section 3.3.11. */
function escapeText(text: string): string {
  return cleanText(text)
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);
}

/** Folds a line at 75 octets without splitting a character. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).byteLength;
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
