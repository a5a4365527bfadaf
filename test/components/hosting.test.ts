import { screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Glance from '../../components/hosting/Glance.svelte';
import HostingView from '../../components/hosting/HostingView.svelte';
import { hostRows } from '../../components/hosting/layers.ts';
import { hostingText } from '../../components/hosting/words.ts';
import type { HostingSummary, RoleFinding } from '../../utils/case/hosting.ts';
import { show } from './support.ts';

function finding(role: RoleFinding['role'], provider: string, more: Partial<RoleFinding> = {}): RoleFinding {
  return {
    role,
    provider,
    providerId: provider.toLowerCase(),
    class: 'host',
    confidence: 'confirmed',
    why: `${provider}: because`,
    evidence: [],
    host: 'pirate.example',
    address: '192.0.2.1',
    addressSource: 'connection',
    asn: 64496,
    contacts: [],
    serves: ['page'],
    ...more,
  };
}

const SUMMARY: HostingSummary = {
  schema: 'prima-facie/hosting/1',
  at: '2026-11-21T09:00:00.000Z',
  state: 'partial',
  roles: [
    finding('registrar', 'Names'),
    finding('media-host', 'Media', { confidence: 'claimed', host: 'media.example', serves: ['media'] }),
    finding('edge', 'Edge', { evidence: [{ id: 'evidence-header', values: { header: 'x-edge' } }] }),
  ],
  origins: [{ host: 'pirate.example', state: 'not-publicly-determinable', ask: 'Edge', leads: [] }],
  recipients: [
    {
      provider: 'Media',
      providerId: 'media',
      class: 'host',
      role: 'media-host',
      hosts: ['media.example'],
      channel: null,
      alternatives: [],
      why: 'It keeps the files.',
      reason: { id: 'of-a-later-version', values: {} },
      behaviour: 'unknown',
    },
  ],
  pending: [],
  warnings: [],
  dataDates: {},
};

describe('hostRows', () => {
  it('goes from the edge to the hidden host, and on its own way to the media', () => {
    const { rows, others } = hostRows(SUMMARY);
    expect(rows.map(({ host, findings }) => [host, findings.map(({ provider }) => provider)])).toEqual([
      ['pirate.example', ['Edge']],
      ['media.example', ['Media']],
    ]);
    expect(rows.map(({ hidden }) => hidden?.ask)).toEqual(['Edge', undefined]);
    expect(others.map(({ provider }) => provider)).toEqual(['Names']);
  });
  it('puts an edge before the host it stands in front of, whatever the order of the findings', () => {
    const roles = [finding('content-host', 'Host'), finding('edge', 'Edge')];
    expect(hostRows({ roles, origins: [] }).rows[0]?.findings.map(({ role }) => role)).toEqual([
      'edge',
      'content-host',
    ]);
  });
  it('leaves out what is not there', () => {
    expect(hostRows({ roles: [], origins: [] })).toEqual({ rows: [], others: [] });
  });
});

describe('HostingView', () => {
  it('never names a host behind an edge, and says whom to ask', () => {
    show(HostingView, { summary: SUMMARY });
    expect(screen.queryByTestId('node-content-host')).toBeNull();
    expect(screen.getByTestId('node-hidden').textContent).toContain('Ask Edge who the host is');
    expect(screen.getByTestId('node-edge').textContent).toContain('the response carried x-edge');
    expect(screen.getByTestId('node-media-host').textContent).toContain('claimed only');
  });
  it('falls back to the English sentence for a reason it does not know', () => {
    show(HostingView, { summary: SUMMARY }, 'ja');
    expect(screen.getByTestId('recipient').textContent).toContain('It keeps the files.');
    expect(screen.getByTestId('recipient').textContent).toContain('連絡先の公開なし');
  });
});

describe('Glance', () => {
  it('says it in a sentence, with the confidence in the language', () => {
    const sentences = [
      { key: 'glance-edge', parameters: { provider: 'Cloudflare' }, confidence: 'confirmed', tone: 'fact' },
    ] as const;
    show(Glance, { sentences }, 'zh-CN');
    expect(screen.getByTestId('glance').textContent).toContain('Cloudflare');
    expect(screen.getByTestId('glance').textContent).toContain('已确认');
  });
  it('shows nothing where there is nothing to say', () => {
    show(Glance, { sentences: [] });
    expect(screen.queryByTestId('glance')).toBeNull();
  });
});

it('takes no text from a prototype', () => {
  expect(hostingText('en', 'constructor', {}, 'otherwise')).toBe('otherwise');
});
