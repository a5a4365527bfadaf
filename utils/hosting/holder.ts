import type { Evidence } from '../case/hosting.ts';
import type { Registration } from './observe/rdap.ts';

/** Words that the names of many companies share: they tell nobody apart. */
const COMMON = new Set(
  `abuse access allocation asia asn assigned block broadband business center centre cloud colo communications
  company corp corporation customer customers data datacenter dedicated digital enterprise europe gmbh global
  group holding holdings host hosting inc infrastructure international internet limited llc ltd net network
  networks online operations private provider pte public pty range ripe route sarl server servers service services
  solutions sro srl static subnet systems tech technologies technology telecom the trading web world`.split(
    /\s+/,
  ),
);

/**
 * Whether a block is registered to a company known by `names`: by a distinctive word that the registered name
 * shares with one of them or, where all abuse boxes of the block are the company's own, by those.
 */
export function isBlockOf(network: Registration, names: readonly string[]): boolean {
  const holder = wordsOf(network.holder);
  const owner = names.flatMap(wordsOf);
  if (holder.length === 0 || owner.length === 0 || shareWord(holder, owner)) return true;
  const boxes = network.contacts.flatMap(({ email }) => (email === undefined ? [] : [email]));
  return boxes.length > 0 && boxes.every((box) => shareWord(wordsOf(box.split('@')[1] ?? ''), owner));
}

/** `the address block 192.0.2.0/24 is registered to Example`. */
export function registeredTo({ about, holder }: Registration): Evidence {
  return { id: 'evidence-registered', values: { range: about.replace('ip network ', ''), name: holder } };
}

/** Distinctive words of a name, in lower case. */
function wordsOf(name: string): string[] {
  const words = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length > 2 && !COMMON.has(word) && !/^\d+$/.test(word));
}

/** One word counts as another where it begins with it: `cloudflarenet`, `cloudflare`. */
function shareWord(one: readonly string[], two: readonly string[]): boolean {
  return one.some((a) => two.some((b) => a === b || begins(a, b) || begins(b, a)));
}

function begins(word: string, stem: string): boolean {
  return stem.length > 3 && word.startsWith(stem);
}
