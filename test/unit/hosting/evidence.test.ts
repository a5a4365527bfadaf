import { describe, expect, it } from 'vitest';
import { directoryWith } from '../../../utils/hosting/directory/directory.ts';
import { warningsFor } from '../../../utils/hosting/warnings.ts';
import { judged, reportOf, type Known } from './evidence-reports.ts';
import { logOf, requestOf } from './logs.ts';

/** Evidence → roles (role, provider, confidence), state of the origin, recipients (provider → channel, reason). */
type Row = readonly [
  name: string,
  known: Known,
  roles: readonly string[],
  origin: string,
  recipients: readonly string[],
];

const CF = ['13335 CLOUDFLARENET - Cloudflare, Inc., US'];
const HETZNER = ['24940 HETZNER-AS - Hetzner Online GmbH, DE'];
const M247 = ['9009 M247 - M247 Europe SRL, RO'];
const OTHER = ['64500 SOMEHOST - Some Host BV, NL'];
const CF_BLOCK = ['Cloudflare, Inc.', 'abuse@cloudflare.com'] as const;

// prettier-ignore
const ROWS: readonly Row[] = [
  // Whose contact it is
  ['a platform behind Cloudflare does not get Cloudflare’s box', { host: 'www.mediafire.com', ip: '104.16.1.1', as: CF, headers: ['cf-ray: x'], block: CF_BLOCK },
    ['platform mediafire probable', 'edge cloudflare confirmed'], 'behind-edge', ['mediafire → none (recipient-platform, recipient-no-channel-name)']],
  ['a platform on Fastly does not get Fastly’s box', { host: 'vimeo.com', ip: '151.101.1.1', as: ['54113 FASTLY, US'], headers: ['x-served-by: cache-fra-eddf8230020-FRA'], block: ['Fastly, Inc.', 'abuse@fastly.com'] },
    ['platform vimeo probable', 'edge fastly confirmed'], 'behind-edge', ['vimeo → none (recipient-platform, recipient-no-channel-name)']],
  ['an edge gets the box of its own block', { ip: '104.16.1.1', as: CF, headers: ['cf-ray: x'], block: CF_BLOCK },
    ['edge cloudflare confirmed'], 'not-publicly-determinable', ['cloudflare → https://abuse.cloudflare.com/ | abuse@cloudflare.com (recipient-edge, recipient-ask-host)']],
  ['a host known by name does not get the network’s box', { host: 'pirate.github.io', ip: '185.199.108.153', as: ['54113 FASTLY, US'], block: ['Fastly, Inc.', 'abuse@fastly.com'] },
    ['content-host github-pages probable', 'edge fastly probable'], 'behind-edge',
    ['github-pages → https://github.com/contact/dmca | copyright@github.com (recipient-host)', 'fastly → abuse@fastly.com (recipient-layer, recipient-channel-unchecked)']],
  ['a network’s own box beside the directory’s form', { ip: '203.0.113.9', as: HETZNER, block: ['Hetzner Online GmbH', 'abuse@hetzner.com'] },
    ['content-host hetzner probable'], 'direct', ['hetzner → https://abuse.hetzner.com/ | abuse@hetzner.com (recipient-host-likely)']],

  // The most specific holder
  ['a reseller’s block in M247: the reseller first', { ip: '203.0.113.9', as: M247, block: ['Reseller Ltd', 'abuse@reseller.example'], number: ['M247 Europe SRL', 'abuse@m247.example'] },
    ['content-host rdap:net-1 probable', 'content-host m247 probable'], 'direct',
    ['rdap:net-1 → abuse@reseller.example (recipient-host-likely, recipient-channel-registry)', 'm247 → abuse@m247.example (recipient-layer, recipient-channel-registry)']],
  ['a customer’s block whose abuse box is the network’s own', { ip: '203.0.113.9', as: HETZNER, block: ['John Doe', 'abuse@hetzner.com'] },
    ['content-host hetzner probable'], 'direct', ['hetzner → https://abuse.hetzner.com/ | abuse@hetzner.com (recipient-host-likely)']],
  ['a block in the network’s own name', { ip: '203.0.113.9', as: M247, block: ['M247 LTD Frankfurt', 'abuse@m247.example'] },
    ['content-host m247 probable'], 'direct', ['m247 → abuse@m247.example (recipient-host-likely, recipient-channel-registry)']],
  ['an unknown network: the holder of the block', { ip: '203.0.113.9', as: OTHER, block: ['Small Host BV', 'abuse@small.example'] },
    ['content-host rdap:net-1 probable'], 'direct', ['rdap:net-1 → abuse@small.example (recipient-host-likely, recipient-channel-registry)']],

  // No contact, and why
  ['nobody was asked', { ip: '8.8.4.4', search: 'not-made' }, ['content-host google-cloud probable'], 'direct',
    ['google-cloud → https://support.google.com/code/contact/cloud_platform_report (recipient-host-likely)']],
  ['nobody was asked, and the directory knows none', { ip: '203.0.113.9', as: ['31898 ORACLE-BMC-31898 - Oracle Corporation, US'], search: 'not-made' }, ['content-host oracle-cloud probable'], 'direct',
    ['oracle-cloud → none (recipient-host-likely, recipient-not-looked-up)']],
  ['a registry that did not answer', { ip: '203.0.113.9', as: M247, search: 'incomplete' }, ['content-host m247 probable'], 'direct',
    ['m247 → none (recipient-host-likely, recipient-no-channel-incomplete)']],
  ['all were read, none is published', { ip: '203.0.113.9', as: M247, block: ['M247 Ltd'], number: ['M247 Ltd'] }, ['content-host m247 probable'], 'direct',
    ['m247 → none (recipient-host-likely, recipient-no-channel)']],
  ['Abusix where the registries name none', { ip: '203.0.113.9', as: M247, block: ['M247 Ltd'], abusix: 'abuse@m247.example' }, ['content-host m247 probable'], 'direct',
    ['m247 → abuse@m247.example (recipient-host-likely, recipient-channel-registry)']],

  // What can be forged
  ['forged Akamai header and reverse name on a rented server', { ip: '203.0.113.9', as: HETZNER, ptr: ['a23.deploy.static.akamaitechnologies.com'], headers: ['server: AkamaiGHost'], block: ['Hetzner Online GmbH', 'abuse@hetzner.com'] },
    ['content-host hetzner probable', 'edge akamai claimed'], 'direct', ['hetzner → https://abuse.hetzner.com/ | abuse@hetzner.com (recipient-host-likely)']],
  ['one header does not hide AWS', { ip: '52.4.1.1', as: ['14618 AMAZON-AES - Amazon.com, Inc., US'], headers: ['x-amz-cf-id: x'] },
    ['content-host aws probable', 'edge cloudfront claimed'], 'direct', ['aws → abuse@amazonaws.com (recipient-host-likely)']],
  ['a forged BunnyCDN header does not hide Datacamp', { ip: '203.0.113.9', as: ['60068 CDN77 - Datacamp Limited, GB'], headers: ['server: BunnyCDN-DE1'], block: ['Datacamp Limited', 'abuse@datacamp.example'] },
    ['edge bunny probable', 'edge cdn77 probable'], 'not-publicly-determinable',
    ['bunny → abuse@bunny.net (recipient-edge, recipient-channel-unchecked, recipient-ask-host)', 'cdn77 → abuse@cdn77.com | abuse@datacamp.example (recipient-layer, recipient-channel-unchecked, recipient-ask-host)']],
  ['a listed range that another company announces today', { ip: '104.16.1.1', as: HETZNER, headers: ['cf-ray: x'] },
    ['content-host hetzner probable', 'edge cloudflare claimed'], 'direct', ['hetzner → https://abuse.hetzner.com/ (recipient-host-likely)']],
  ['two companies announce the address', { ip: '203.0.113.9', as: [...HETZNER, ...CF] },
    ['content-host hetzner probable', 'edge cloudflare probable'], 'unknown', ['hetzner → https://abuse.hetzner.com/ (recipient-host-front)', 'cloudflare → https://abuse.cloudflare.com/ (recipient-layer)']],

  // Facts of two times
  ['an old header and a looked-up address', { resolved: '104.16.1.1', as: CF, headers: ['cf-ray: x'], fromCache: true },
    ['edge cloudflare probable'], 'not-publicly-determinable', ['cloudflare → https://abuse.cloudflare.com/ (recipient-edge, recipient-ask-host)']],
  ['a header of today and a looked-up address', { resolved: '104.16.1.1', as: CF, headers: ['cf-ray: x'] },
    ['edge cloudflare probable'], 'not-publicly-determinable', ['cloudflare → https://abuse.cloudflare.com/ (recipient-edge, recipient-ask-host)']],
  ['an alias and a header of today', { resolved: '203.0.113.9', cname: ['x.cdn.cloudflare.net'], headers: ['cf-ray: x'] },
    ['edge cloudflare confirmed'], 'not-publicly-determinable', ['cloudflare → https://abuse.cloudflare.com/ (recipient-edge, recipient-ask-host)']],
  ['an old header in a shared network is a claim', { resolved: '203.0.113.9', as: ['60068 CDN77 - Datacamp Limited, GB'], headers: ['server: BunnyCDN-DE1'], fromCache: true },
    ['edge cdn77 probable', 'edge bunny claimed'], 'not-publicly-determinable', ['cdn77 → abuse@cdn77.com (recipient-edge, recipient-channel-unchecked, recipient-ask-host)']],

  // A claimed shield
  ['a shield that no list names, before a holder', { ip: '203.0.113.9', as: OTHER, headers: ['server: Variti/0.9'], block: ['Small Host BV', 'abuse@small.example'] },
    ['content-host rdap:net-1 probable', 'edge variti claimed'], 'unknown', ['rdap:net-1 → abuse@small.example (recipient-host-front, recipient-channel-registry)']],
  ['an edge and a host of one company', { ip: '203.0.113.9', as: ['136907 HWCLOUDS-AS-AP - HUAWEI CLOUDS, HK'], headers: ['server: HuaweiCloudWAF'], block: ['Huawei Cloud', 'abuse@huawei.example'] },
    ['edge huawei-cloud probable', 'content-host huawei-cloud probable'], 'not-publicly-determinable', ['huawei-cloud → https://www.huaweicloud.com/declaration/ipc_guide.html | abuse@huawei.example (recipient-host-front, recipient-channel-unchecked, recipient-ask-host)']],

  // Media
  ['a proxy before the media is no media host', { serves: ['media'], ip: '104.16.1.1', headers: ['cf-ray: x'] },
    ['edge cloudflare confirmed'], 'not-publicly-determinable', ['cloudflare → https://abuse.cloudflare.com/ (recipient-media-edge, recipient-ask-host)']],
  ['a delivery network is the media host, and is asked who keeps it', { serves: ['media'], ip: '203.0.113.9', as: ['20940 AKAMAI-ASN1, NL'], headers: ['server: AkamaiGHost'] },
    ['media-host akamai confirmed'], 'not-publicly-determinable', ['akamai → abuse@akamai.com (recipient-media-edge, recipient-ask-host)']],
  ['a host of the media', { serves: ['media'], ip: '203.0.113.9', as: HETZNER },
    ['media-host hetzner probable'], 'direct', ['hetzner → https://abuse.hetzner.com/ (recipient-media)']],
];

describe('evidence → role, confidence, origin, recipient, channel', () => {
  it.each(ROWS)('%s', (_name, known, roles, origin, recipients) => {
    const found = judged(known);
    expect(found.roles.map((one) => `${one.role} ${one.providerId} ${one.confidence}`)).toEqual(roles);
    expect(found.origins[0]?.state).toBe(origin);
    const shown = found.recipients.map(({ providerId, channel, alternatives, reason, notes = [] }) => {
      const channels = [channel, ...alternatives].map((one) => one?.address ?? 'none').join(' | ');
      return `${providerId} → ${channels} (${[reason, ...notes].map(({ id }) => id).join(', ')})`;
    });
    expect(shown).toEqual(recipients);
    for (const { why } of found.recipients) expect(why).not.toMatch(/[{}]|undefined/);
  });

  it('lists no server of the edge as a lead, and names providers as the reader knows them', () => {
    const { origins } = judged({
      host: 'www.pirate.site',
      ip: '203.0.113.9',
      as: ['57724 DDOS-GUARD, RU'],
      headers: ['server: ddos-guard', 'x-vercel-id: x'],
      requests: [
        requestOf('https://img.pirate.site/a.jpg', { ip: '203.0.113.9' }),
        requestOf('https://js.pirate.site/a.js', { ip: '203.0.113.77' }),
        requestOf('https://css.pirate.site/a.css', {
          ip: '198.51.100.5',
          headers: [{ name: 'server', value: 'ddos-guard' }],
        }),
        requestOf('https://old.pirate.site/a.png', { ip: '198.51.100.6' }),
      ],
    });
    expect(origins[0]?.leads.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'sibling old.pirate.site 198.51.100.6',
      'header Vercel',
    ]);
  });

  it('says that a list and today’s routing disagree, and counts every network that announces the address', () => {
    const texts = (as: readonly string[]) =>
      warningsFor([reportOf({ ip: '104.16.1.1', as })], logOf(null), directoryWith(), [])
        .filter(({ id }) => id === 'list-disagrees-with-registry')
        .map(({ text }) => text);
    expect(texts(HETZNER)).toEqual([
      expect.stringContaining('AS24940 (HETZNER-AS - Hetzner Online GmbH, DE)'),
    ]);
    expect(texts([...HETZNER, ...CF])).toEqual([]);
    expect(texts(['209242 CLOUDFLARESPECTRUM - Cloudflare London, GB'])).toEqual([]);
  });

  it('names the holder of a block that the network only announces', () => {
    const [first] = judged({
      ip: '203.0.113.9',
      as: HETZNER,
      block: ['John Doe', 'abuse@hetzner.com'],
    }).roles;
    expect(first?.why).toContain('AS24940');
    const { roles } = judged({
      ip: '203.0.113.9',
      as: M247,
      block: ['Reseller Ltd', 'abuse@reseller.example'],
    });
    for (const { why } of roles) expect(why).toContain('203.0.113.0/24 is registered to Reseller Ltd');
  });
});
