import type { NoticeProvider } from '../../case/notice.ts';

/** Google's web search: asked to delist, never to remove. */
export const GOOGLE_SEARCH: NoticeProvider = {
  id: 'google-search',
  name: 'Google Search',
  legalEntity: 'Google LLC',
  serviceClass: 'search_link',
  classBasis: 'operates a search engine; asked to delist the addresses',
  country: 'US',
  regimes: ['us-512'],
  channels: [
    {
      kind: 'form',
      address: 'https://reportcontent.google.com/forms/dmca_search',
      languages: [],
      attachments: false,
      designated: true,
      source: 'reference on notices (secondary page)',
      checkedOn: '2026-11-21',
      form: 'google-search',
      publishes: true,
    },
  ],
};

/** Whoever put the material there. Who that is, is the user's own statement; how to reach them is for the user to say. */
export function siteOperator(host: string): NoticeProvider {
  return {
    id: `operator:${host}`,
    name: host,
    serviceClass: 'site_operator',
    classBasis: 'the site itself or the account that uploaded the material; identity not verified',
    regimes: [],
    channels: [],
  };
}

/** Where no lookup said who hosts a page: the host as such, for the user to find and name. It has no channel yet. */
export function unknownHost(host: string): NoticeProvider {
  return {
    id: `host:${host}`,
    name: host,
    serviceClass: 'hosting',
    classBasis: 'nothing observed says who hosts this; taken for a host until the user names one',
    regimes: [],
    channels: [],
  };
}
