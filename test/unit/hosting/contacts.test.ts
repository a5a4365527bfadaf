import { describe, expect, it } from 'vitest';
import {
  abuseContacts,
  holderName,
  registrarOf,
  remarksWorthReading,
} from '../../../utils/hosting/observe/rdap-contacts.ts';
import { parseRdap } from '../../../utils/hosting/observe/rdap-object.ts';
import { CONTACT_CASES } from './contact-cases.ts';

const from = { source: 'https://rdap.registry.net/ip/192.0.2.1', about: 'ip network 192.0.2.0/24' };

function parse(value: unknown) {
  const object = parseRdap(
    new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
  );
  if (!object) throw new Error('not an RDAP object');
  return object;
}

describe('abuseContacts', () => {
  it.each(CONTACT_CASES)('%s', (_name, answer, expected) => {
    const contacts = abuseContacts(parse(answer), from);
    expect(contacts.map(({ email, url }) => email ?? url)).toEqual(expected);
    for (const contact of contacts) expect(contact).toMatchObject({ ...from, origin: 'rdap' });
  });
});

describe('parseRdap', () => {
  it.each([['[]'], ['"text"'], ['null'], ['{'], [''], ['<!doctype html>'], ['['.repeat(100_000)]])(
    '%.12s… is no answer',
    (text) => {
      expect(parseRdap(new TextEncoder().encode(text))).toBeNull();
    },
  );

  it('reads nothing but its own fields: a prototype in the data does no harm', () => {
    const object = parse('{"__proto__":{"handle":"x"},"constructor":1,"handle":"NET-1","country":"nl"}');
    expect(object).toMatchObject({ handle: 'NET-1', country: 'NL', entities: [] });
  });

  it('bounds entities and remarks', () => {
    const object = parse({
      entities: Array.from({ length: 5000 }, () => ({ roles: ['abuse'], vcardArray: ['vcard', []] })),
      remarks: Array.from({ length: 500 }, (_, at) => ({ description: [`${at} ${'x'.repeat(10_000)}`] })),
    });
    expect(object.entities).toHaveLength(200);
    expect(object.remarks).toHaveLength(20);
    expect(Math.max(...object.remarks.map((text) => text.length))).toBeLessThanOrEqual(2000);
  });

  it('finds the registrar’s own answer by its media type, not just any related page', () => {
    const links = [
      { rel: 'related', href: 'https://registrar.net/', type: 'text/html' },
      { rel: 'self', href: 'https://registry.net/x', type: 'application/rdap+json' },
      { rel: 'related', href: 'https://rdap.registrar.net/domain/x', type: 'application/rdap+json' },
    ];
    expect(parse({ links }).related).toBe('https://rdap.registrar.net/domain/x');
  });
});

describe('holder, registrar and remarks', () => {
  const person = (roles: string[], properties: unknown[], more = {}) => ({
    roles,
    vcardArray: ['vcard', properties],
    ...more,
  });

  it('names the registrant, else the block', () => {
    expect(
      holderName(
        parse({
          name: 'NET',
          entities: [
            person(
              ['registrant'],
              [
                ['org', {}, 'text', 'Org BV'],
                ['fn', {}, 'text', 'X'],
              ],
            ),
          ],
        }),
      ),
    ).toBe('Org BV');
    expect(
      holderName(
        parse({
          name: 'NET',
          entities: [person(['registrant'], [['fn', {}, 'text', 'REDACTED FOR PRIVACY']])],
        }),
      ),
    ).toBe('NET');
    expect(holderName(parse({ handle: 'H-1' }))).toBe('H-1');
  });

  it('takes an organisation before maintainers that RIPE calls registrants too, and never a maintainer', () => {
    const maintainer = {
      handle: 'RESELLER-MNT',
      ...person(['registrant'], [['fn', {}, 'text', 'RESELLER-MNT']]),
    };
    const organisation = person(
      ['registrant'],
      [
        ['kind', {}, 'text', 'org'],
        ['fn', {}, 'text', 'Reseller Ltd'],
      ],
    );
    expect(holderName(parse({ name: 'NET', entities: [maintainer, organisation] }))).toBe('Reseller Ltd');
    expect(holderName(parse({ name: 'NET', entities: [maintainer] }))).toBe('NET');
  });

  it('names the registrar with its IANA number', () => {
    const entity = person(['registrar'], [['fn', {}, 'text', 'Registrar LLC']], {
      publicIds: [{ type: 'IANA Registrar ID', identifier: '146' }],
    });
    expect(registrarOf(parse({ entities: [entity] }))).toEqual({ name: 'Registrar LLC', ianaId: '146' });
    expect(registrarOf(parse({ entities: [] }))).toBeNull();
  });

  it('shows remarks that may hold a contact', () => {
    const object = parse({
      remarks: [{ description: ['Geofeed https://x'] }, { description: ['Send complaints to the desk'] }],
    });
    expect(remarksWorthReading(object)).toEqual(['Send complaints to the desk']);
  });
});
