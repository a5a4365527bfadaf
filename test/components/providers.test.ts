import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import AskLookups from '../../components/hosting/AskLookups.svelte';
import LookUpNote from '../../components/hosting/LookUpNote.svelte';
import RecipientList from '../../components/hosting/RecipientList.svelte';
import ProviderForm from '../../components/options/ProviderForm.svelte';
import ProvidersCard from '../../components/options/ProvidersCard.svelte';
import type { Channel, Provider, Recipient } from '../../utils/case/hosting.ts';
import { show } from './support.ts';

const CHANNEL: Channel = {
  kind: 'email',
  address: 'abuse@host.example',
  languages: ['en', 'de'],
  attachments: false,
  limits: 'plain text',
  designated: true,
  origin: 'bundled',
  source: 'page of the provider',
  checkedOn: '2026-11-21',
};

function provider(id: string, more: Partial<Provider> = {}): Provider {
  return {
    id,
    name: `Host ${id}`,
    class: 'host',
    family: id,
    behaviour: 'customer-deadline',
    channels: [CHANNEL],
    origin: 'bundled',
    source: 'page of the provider',
    checkedOn: '2026-11-21',
    ...more,
  };
}

const type = (testid: string, value: string) =>
  fireEvent.input(screen.getByTestId(testid), { target: { value } });
const choose = (testid: string, value: string) =>
  fireEvent.change(screen.getByTestId(testid), { target: { value } });

describe('ProviderForm', () => {
  it('corrects everything a notice depends on: class, what it does, channels with limits and languages', async () => {
    const onsave = vi.fn();
    show(ProviderForm, { provider: provider('h1'), today: '2026-11-22', onsave, oncancel: vi.fn() });
    await choose('provider-class', 'cdn');
    await choose('provider-behaviour', 'takes-down');
    await type('provider-address', ' copyright@host.example ');
    await type('provider-languages', 'en; ja zh-CN');
    await type('provider-limits', '');
    await fireEvent.click(screen.getByRole('checkbox'));
    await fireEvent.click(screen.getByTestId('provider-save'));
    expect(onsave).toHaveBeenCalledExactlyOnceWith({
      id: 'h1',
      name: 'Host h1',
      class: 'cdn',
      behaviour: 'takes-down',
      checkedOn: '2026-11-22',
      channels: [
        {
          kind: 'email',
          address: 'copyright@host.example',
          languages: ['en', 'ja', 'zh-CN'],
          attachments: false,
          designated: false,
          checkedOn: '2026-11-22',
        },
      ],
    });
  });

  it('leaves source and date of a channel that nobody touched, and asks whether files are taken', async () => {
    const onsave = vi.fn();
    const second = { ...CHANNEL, address: 'https://host.example/form', kind: 'form' as const };
    const given = provider('h1', { channels: [CHANNEL, second] });
    show(ProviderForm, { provider: given, today: '2026-11-22', onsave, oncancel: vi.fn() });
    const [, files] = screen.getAllByTestId('provider-attachments');
    if (files) await fireEvent.change(files, { target: { value: 'yes' } });
    await fireEvent.click(screen.getByTestId('provider-save'));
    const { origin: _bundled, ...untouched } = CHANNEL;
    const { origin: _too, source: _old, ...changed } = second;
    expect(onsave.mock.calls[0]?.[0]).toMatchObject({
      channels: [untouched, { ...changed, attachments: true, checkedOn: '2026-11-22' }],
    });
    expect(onsave.mock.calls[0]?.[0].channels[1]).not.toHaveProperty('source');
  });

  it('adds one with several channels; an empty one is not kept, and cancelling keeps nothing', async () => {
    const onsave = vi.fn();
    const oncancel = vi.fn();
    show(ProviderForm, { provider: null, today: '2026-11-22', onsave, oncancel });
    await type('provider-id', 'as64496');
    for (let at = 0; at < 3; at += 1) await fireEvent.click(screen.getByTestId('add-channel'));
    const [first, second] = screen.getAllByTestId('provider-address');
    if (first) await fireEvent.input(first, { target: { value: 'one@host.example' } });
    if (second) await fireEvent.input(second, { target: { value: 'two@host.example' } });
    await fireEvent.click(
      within(screen.getAllByTestId('provider-channel')[0] as HTMLElement).getByRole('button'),
    );
    await fireEvent.click(screen.getByTestId('provider-save'));
    expect(onsave).toHaveBeenCalledOnce();
    expect(onsave.mock.calls[0]?.[0]).toMatchObject({
      id: 'as64496',
      name: 'as64496',
      class: 'unclassified',
      behaviour: 'unknown',
      channels: [{ address: 'two@host.example' }],
    });
    await fireEvent.click(screen.getByText('Cancel'));
    expect(oncancel).toHaveBeenCalledOnce();
  });
});

describe('ProvidersCard', () => {
  const shown = (providers: readonly Provider[], more: Record<string, unknown> = {}) => {
    const acts = {
      onsave: vi.fn(() => Promise.resolve(true)),
      onremove: vi.fn(),
      onimport: vi.fn(),
      onexport: vi.fn(),
    };
    show(ProvidersCard, { providers, today: '2026-11-22', ...acts, ...more });
    return acts;
  };
  const ids = () => screen.getAllByTestId('provider').map(({ dataset }) => dataset['id']);

  it('shows the user’s entries first and a few of the rest, all on demand', async () => {
    const many = Array.from({ length: 12 }, (_, at) => provider(`h${at}`));
    shown([...many, provider('mine', { origin: 'user' })]);
    expect(ids()).toHaveLength(8);
    expect(ids()[0]).toBe('mine');
    await fireEvent.click(screen.getByText('Show all'));
    expect(ids()).toHaveLength(13);
    await type('providers-find', 'host h11');
    expect(ids()).toEqual(['h11']);
  });

  it('says of each channel who says so and when it was checked, and where it never was', () => {
    shown([
      provider('a'),
      provider('b', { channels: [{ ...CHANNEL, source: 'common knowledge', checkedOn: 'never' }] }),
    ]);
    const [a, b] = screen.getAllByTestId('provider');
    expect(a?.textContent).toMatch(/page of the provider, checked 2026-11-21/);
    expect(a?.textContent).toContain('gives its customer a deadline');
    expect(b?.textContent).toMatch(/common knowledge; never checked with the provider/);
  });

  it('keeps the form open where an entry was refused, and lets only the user’s own be removed', async () => {
    const onsave = vi.fn(() => Promise.resolve(false));
    const acts = shown([provider('a'), provider('mine', { origin: 'user' })], { onsave });
    expect(screen.getAllByTestId('provider-remove')).toHaveLength(1);
    await fireEvent.click(screen.getByTestId('provider-remove'));
    expect(acts.onremove).toHaveBeenCalledOnce();
    const [correct] = screen.getAllByTestId('provider-correct');
    if (correct) await fireEvent.click(correct);
    await fireEvent.click(screen.getByTestId('provider-save'));
    expect(onsave).toHaveBeenCalledOnce();
    expect(screen.queryByTestId('provider-form')).not.toBeNull();
  });

  it('hands over a file, the same one twice as well', async () => {
    const { onimport } = shown([provider('a')]);
    const input = screen.getByTestId('providers-import');
    const file = new File(['{}'], 'providers.json');
    for (let round = 0; round < 2; round += 1) await fireEvent.change(input, { target: { files: [file] } });
    expect(onimport).toHaveBeenCalledTimes(2);
  });
});

describe('AskLookups', () => {
  const plan = [
    { key: 'lookup-resolver', who: 'dns.example', what: ['pirate.example', '203.0.113.4'] },
    { key: 'lookup-registrar', who: '', what: ['pirate.example'] },
  ];

  it('says who would be asked about what, and takes the answer', async () => {
    const onanswer = vi.fn();
    show(AskLookups, { plan, allowed: false, onanswer });
    const text = screen.getByTestId('ask-lookups').textContent;
    expect(text).toContain('dns.example: addresses and records of pirate.example, 203.0.113.4');
    expect(text).toContain('the registrar that the registry names: who registered pirate.example');
    for (const one of ['once', 'always', 'never'] as const) {
      await fireEvent.click(screen.getByTestId(`ask-${one}`));
      expect(onanswer).toHaveBeenLastCalledWith(one);
    }
  });

  it('says that the next capture looks up, and lets that be undone; with nobody to ask it is not there', async () => {
    const onanswer = vi.fn();
    show(AskLookups, { plan, allowed: true, onanswer });
    await fireEvent.click(screen.getByRole('button'));
    expect(onanswer).toHaveBeenCalledExactlyOnceWith('undo');
    document.body.replaceChildren();
    show(AskLookups, { plan: [], allowed: false, onanswer });
    expect(screen.queryByTestId('ask-lookups')).toBeNull();
  });
});

describe('LookUpNote', () => {
  const at = '2026-11-21T09:00:00.000Z';
  it.each([
    ['off', 'Look up now'],
    ['partial', 'Look up again'],
    ['complete', 'Look up again'],
  ] as const)('%s: %s', async (state, words) => {
    const onlookup = vi.fn();
    const pending =
      state === 'partial'
        ? [{ retryAt: '2026-11-21T10:05:00.000Z' }, { retryAt: '2026-11-21T10:01:00.000Z' }]
        : [];
    show(LookUpNote, { summary: { state, at, pending: pending as never }, lookingUp: false, onlookup });
    const button = screen.getByTestId('look-up');
    expect(button.textContent).toContain(words);
    expect(screen.getByTestId('look-up-note').textContent?.includes('next try')).toBe(state === 'partial');
    await fireEvent.click(button);
    expect(onlookup).toHaveBeenCalledOnce();
  });

  it('cannot be pressed while it looks up', () => {
    show(LookUpNote, { summary: { state: 'off', at, pending: [] }, lookingUp: true, onlookup: vi.fn() });
    expect((screen.getByTestId('look-up') as HTMLButtonElement).disabled).toBe(true);
  });
});

describe('RecipientList', () => {
  const recipient = (channel: Channel | null, more: Partial<Recipient> = {}): Recipient => ({
    provider: 'Edge',
    providerId: 'edge',
    class: 'proxy',
    role: 'edge',
    hosts: ['pirate.example'],
    channel,
    alternatives: [],
    why: 'because',
    reason: { id: 'recipient-edge', values: { provider: 'Edge', host: 'pirate.example' } },
    behaviour: 'forwards-and-names-host',
    ...more,
  });

  it('says all there is to know before writing, in the reader’s language', () => {
    const notes = [
      { id: 'recipient-channel-user', values: {} },
      { id: 'recipient-quote', values: { name: 'cdn-pullzone', value: '4711' } },
    ];
    show(RecipientList, { recipients: [recipient({ ...CHANNEL, origin: 'user' }, { notes })] }, 'zh-CN');
    const text = screen.getByTestId('recipient').textContent;
    expect(text).toContain('该渠道由您录入');
    expect(text).toContain('cdn-pullzone: 4711');
    expect(text).toContain('您的条目');
    expect(text).toContain('转达通知并告知主机方');
  });

  it('names all hosts that a recipient is written to about, where there are several', () => {
    show(RecipientList, {
      recipients: [recipient(null, { hosts: ['a.example', 'b.example'] }), recipient(null)],
    });
    expect(screen.getAllByTestId('recipient-hosts').map(({ textContent }) => textContent?.trim())).toEqual([
      'For a.example, b.example.',
    ]);
  });

  it('shows where a registry’s contact was read, the other ways, and that there is none', () => {
    const rdap: Channel = {
      ...CHANNEL,
      origin: 'rdap',
      source: 'https://rdap.example/ip/1 (ip network 1/24)',
      designated: false,
    };
    show(RecipientList, { recipients: [recipient(rdap, { alternatives: [CHANNEL] }), recipient(null)] });
    const [first, second] = screen.getAllByTestId('recipient');
    expect(first?.textContent).toContain('abuse contact in https://rdap.example/ip/1');
    expect(first?.textContent).toContain('Other ways to reach it (1)');
    expect(second?.textContent).toContain('no address published');
  });
});
