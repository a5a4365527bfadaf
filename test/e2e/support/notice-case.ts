import type { CaseFile } from '../../../utils/case/case-file.ts';
import type { Item } from '../../../utils/case/dispute.ts';
import type { SampleSite } from '../../fixtures/site/server.ts';

const at = '2026-11-21T10:00:00.000Z';
const id = (n: number) => `3b241101-e2bb-4255-8caf-4136c566a9${String(n).padStart(2, '0')}`;
const caseId = id(0);

function item(n: number, description: string, pageUrl: string, more: Partial<Item> = {}): Item {
  return {
    id: id(n),
    caseId,
    workId: id(20),
    captureIds: [],
    pageUrl,
    urls: [],
    description,
    right: 'making-available',
    mode: 'full-copy',
    foundAt: at,
    observations: [],
    ...more,
  };
}

/** A case as a person entered it elsewhere: one page on a mirror, one on a page nobody has captured. */
export function noticeCase(site: SampleSite): CaseFile {
  return {
    schema: 'prima-facie/case/1',
    case: { id: caseId, title: 'Tidewrack', status: 'open', createdAt: at, updatedAt: at },
    parties: [
      {
        id: id(10),
        caseId,
        role: 'right-holder',
        kind: 'organisation',
        legalName: 'Lantern Press 灯社',
        contactName: 'Mei Tanaka',
        address: '1 Quay',
        city: 'Kobe',
        country: 'JP',
        phone: '+81 3 0000 0000',
        email: 'rights@lantern.example',
        authority: 'owner',
      },
    ],
    works: [
      {
        id: id(20),
        caseId,
        title: 'The Lantern Keeper',
        kind: 'comic',
        author: 'A. Author',
        rightsClaimed: ['making-available', 'reproduction'],
        authorisedUrls: ['https://lantern.example/keeper'],
        titleDocuments: [
          { digest: `sha256:${'ab'.repeat(32)}`, name: 'deed.pdf', kind: 'contract', addedAt: at },
        ],
      },
    ],
    items: [
      item(30, 'Chapter 12, all 44 pages', site.url('cdn-cloudflare')),
      item(31, 'The film, whole', site.url('film')),
    ],
    request: {
      regimes: ['us-512'],
      reason: 'The right holder has licensed nobody to make these pages available.',
    },
    providers: [
      {
        id: 'harbour-hosting',
        name: 'Harbour Hosting',
        serviceClass: 'hosting',
        classBasis: 'named by the edge on request',
        country: 'US',
        regimes: ['us-512'],
        channels: [
          {
            kind: 'email',
            address: 'dmca@harbour.example',
            languages: ['en'],
            attachments: true,
            designated: true,
            source: 'directory of designated agents',
            checkedOn: '2026-11-20',
          },
        ],
      },
    ],
  };
}
