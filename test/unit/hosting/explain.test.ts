import { describe, expect, it } from 'vitest';
import { classifyHost } from '../../../utils/hosting/classify.ts';
import { evidenceOf, whySentence } from '../../../utils/hosting/explain.ts';

describe('the sentence of why', () => {
  const why = (asn: number) => {
    const [found] = classifyHost({ host: 'film.example', address: '192.0.2.1', asns: [asn] });
    if (!found) throw new Error('nothing found');
    return whySentence({ name: 'X' }, found.confidence, evidenceOf(found));
  };

  it('says when a network’s number was last checked, for numbers change hands', () => {
    expect(why(24940)).toBe(
      'X (probable): its address is announced by network AS24940 (the provider’s by the registry, checked 2026-11-21).',
    );
  });
});
