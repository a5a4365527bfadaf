import { screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import { askedProvider, correctionHref } from '../../components/hosting/correct-contact.ts';
import ProvidersCard from '../../components/options/ProvidersCard.svelte';
import { BUNDLED_PROVIDERS } from '../../utils/hosting/directory/bundled.ts';
import { show } from './support.ts';

const asked = (providerId: string, provider: string) => {
  const href = correctionHref({ providerId, provider });
  return askedProvider(href.slice(href.indexOf('#')));
};
const card = () => ({
  providers: BUNDLED_PROVIDERS,
  today: '2026-11-22',
  onsave: vi.fn(),
  onremove: vi.fn(),
  onimport: vi.fn(),
  onexport: vi.fn(),
});
const valueOf = (id: string) => screen.getByTestId<HTMLInputElement>(id).value;

it('opens the entry of a recipient that the directory has, filled in', () => {
  show(ProvidersCard, { ...card(), asked: asked('hetzner', 'Hetzner') });
  expect(valueOf('provider-name')).toBe('Hetzner');
  expect(valueOf('provider-address')).toBe('https://abuse.hetzner.com/');
});

it('opens a new entry for one that it does not have, with a fitting id and its name', () => {
  show(ProvidersCard, { ...card(), asked: asked('registry:HARBOUR HOSTING/漢', '港 Hosting & Co./KG') });
  expect(valueOf('provider-id')).toBe('registry:harbour-hosting-');
  expect(screen.getByTestId<HTMLInputElement>('provider-id').checkValidity()).toBe(true);
  expect(valueOf('provider-name')).toBe('港 Hosting & Co./KG');
});

it.each(['', '#', '#provider', '#provider/', '#provider/%E0%A4%A', '#other/x'])(
  'asks for none with %s',
  (hash) => {
    expect(askedProvider(hash)).toBeNull();
  },
);
