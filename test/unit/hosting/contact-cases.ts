/** A registry answer, and the abuse contacts that must come out of it, best first. Documentation addresses only. */
export type ContactCase = readonly [name: string, answer: unknown, expected: readonly string[]];

type Card = readonly (readonly unknown[])[];

const card = (...properties: Card) => ['vcard', [['version', {}, 'text', '4.0'], ...properties]];
const mail = (address: string, parameters: Readonly<Record<string, unknown>> = {}) => [
  'email',
  parameters,
  'text',
  address,
];
const fn = (name: string) => ['fn', {}, 'text', name];
const someone = (
  roles: readonly string[],
  properties: Card,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  objectClassName: 'entity',
  handle: 'H',
  roles,
  vcardArray: card(...properties),
  ...more,
});
const block = (entities: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => ({
  objectClassName: 'ip network',
  handle: 'NET',
  name: 'NET-NAME',
  entities,
  ...more,
});
const remark = (...description: readonly string[]) => ({ title: 'remarks', description });

// prettier-ignore
export const CONTACT_CASES: readonly ContactCase[] = [
  ['ARIN: under the registrant, and repeated at the top',
    block([someone(['registrant'], [fn('Example Org')], { entities: [someone(['abuse'], [mail('abuse@arin-host.net')])] }), someone(['abuse'], [mail('abuse@arin-host.net')])]),
    ['abuse@arin-host.net']],
  ['RIPE: top level, the address twice',
    block([someone(['abuse'], [fn('Abuse-C Role'), mail('abuse@ripe-host.eu'), mail('ABUSE@ripe-host.eu')])]),
    ['abuse@ripe-host.eu']],
  ['APNIC: IRT entity whose abuse box has pref 1 and comes second',
    block([someone(['abuse'], [fn('IRT-EXAMPLE'), mail('noc@apnic-host.jp'), mail('abuse@apnic-host.jp', { pref: '1' })])]),
    ['abuse@apnic-host.jp', 'noc@apnic-host.jp']],
  ['LACNIC: one entity for admin, tech and abuse',
    block([someone(['administrative', 'technical', 'abuse'], [mail('redes@lacnic-host.com.ar')])]),
    ['redes@lacnic-host.com.ar']],
  ['registro.br: technical and abuse, no e-mail',
    block([someone(['technical', 'abuse'], [fn('Fulano de Tal')])]), []],
  ['AFRINIC: no abuse entity, no remarks',
    block([someone(['technical'], [mail('noc@afrinic-host.co.za')]), someone(['registrant'], [fn('Org')])]), []],
  ['AFRINIC: the contact stands in the remarks',
    block([someone(['technical'], [mail('noc@afrinic-host.co.za')])], { remarks: [remark('Please report abuse to', 'abuse@afrinic-host.co.za')] }),
    ['abuse@afrinic-host.co.za']],
  ['1.1.1.0/24: a placeholder by role, the real contact in the remarks',
    block([someone(['abuse'], [mail('helpdesk@apnic.net')])], { remarks: [remark('All Cloudflare abuse reporting can be done via', 'resolver-abuse@cloudflare.com')] }),
    ['resolver-abuse@cloudflare.com']],
  ['remarks about other things name nobody',
    block([], { remarks: [remark('Peering: peering@host.net')] }), []],
  ['.com: under the registrar',
    { objectClassName: 'domain', entities: [someone(['registrar'], [fn('Registrar, Inc.')], { entities: [someone(['abuse'], [mail('abuse@registrar.com')])] })] },
    ['abuse@registrar.com']],
  ['.fr, .cz, .no: none', { objectClassName: 'domain', entities: [someone(['registrar'], [fn('Bureau')])] }, []],
  ['REDACTED FOR PRIVACY is no address',
    { objectClassName: 'domain', entities: [someone(['abuse'], [mail('REDACTED FOR PRIVACY')])] }, []],
  ['DATA REDACTED is no address', block([someone(['abuse'], [mail('DATA REDACTED')])]), []],
  ['redacted@ is no address', block([someone(['abuse'], [mail('redacted@registrar.com')])]), []],
  ['please query the RDDS is no address', block([someone(['abuse'], [mail('Please query the RDDS service of the Registrar')])]), []],
  ['no-email@apnic.net is the registry’s placeholder', block([someone(['abuse'], [mail('no-email@apnic.net')])]), []],
  ['example.com is nobody', block([someone(['abuse'], [mail('abuse@example.com')])]), []],
  ['noreply@ reads nothing', block([someone(['abuse'], [mail('noreply@host.net')])]), []],
  ['an address without a domain', block([someone(['abuse'], [mail('abuse@localhost')])]), []],
  ['an address with a line feed', block([someone(['abuse'], [mail('abuse@host.net\nBcc: x@y.net')])]), []],
  ['APNIC’s “not ARIN” box is a signpost', block([someone(['abuse'], [mail('search-apnic-not-arin@apnic.net')])]), []],
  ['so is RIPE’s', block([someone(['abuse'], [mail('search-ripe-ncc-not-arin@ripe.net')])]), []],
  ['none, null and email are nobody', block([someone(['abuse'], [mail('none@none.com'), mail('null@null.net'), mail('email@email.com')])]), []],
  ['please_use_form@ is an instruction', block([someone(['abuse'], [mail('please_use_form@host.net')])]), []],
  ['desks of the registries of Korea and Japan', block([someone(['abuse'], [mail('irt@nic.or.kr'), mail('hostmaster@nic.ad.jp')])]), []],
  ['a company with a placeholder for a name', block([someone(['abuse'], [mail('abuse@notavailable.com'), mail('abuse@redacted.io')])]), ['abuse@notavailable.com', 'abuse@redacted.io']],
  ['a home page is no form', block([someone(['abuse'], [['url', {}, 'uri', 'https://host.net/'], mail('abuse@host.net')])]), ['abuse@host.net']],
  ['mailto: before the address', block([someone(['abuse'], [mail('mailto:abuse@host.net')])]), ['abuse@host.net']],
  ['a contact page beside the address comes after it',
    block([someone(['abuse'], [['contact-uri', {}, 'uri', 'https://host.net/abuse'], mail('abuse@host.net')])]),
    ['abuse@host.net', 'https://host.net/abuse']],
  ['a contact page only', block([someone(['abuse'], [['contact-uri', {}, 'uri', 'https://host.net/abuse']])]), ['https://host.net/abuse']],
  ['a contact page that is not https is none', block([someone(['abuse'], [['contact-uri', {}, 'uri', 'javascript:alert(1)']])]), []],
  ['roles in capitals', block([someone(['Abuse'], [mail('abuse@host.net')])]), ['abuse@host.net']],
  ['a role that only contains the word', block([someone(['abuse contact'], [mail('abuse@host.net')])]), ['abuse@host.net']],
  ['pref that is no number counts as none', block([someone(['abuse'], [mail('one@host.net', { pref: 'x' }), mail('two@host.net', { pref: 2 })])]), ['two@host.net', 'one@host.net']],
  ['four entities deep', block([someone(['registrant'], [], { entities: [someone(['sponsor'], [], { entities: [someone(['technical'], [], { entities: [someone(['abuse'], [mail('deep@host.net')])] })] })] })]), ['deep@host.net']],
  ['deeper than anybody looks', block([1, 2, 3, 4, 5].reduce<unknown[]>((inner) => [someone(['registrant'], [], { entities: inner })], [someone(['abuse'], [mail('deepest@host.net')])])), []],
  ['a jCard that is no array', block([{ roles: ['abuse'], vcardArray: 'vcard' }]), []],
  ['a jCard with broken properties', block([someone(['abuse'], [['email'], [], [7, {}, 'text', 'x@y.net'], mail('abuse@host.net')])]), ['abuse@host.net']],
  ['entities that are no list', { objectClassName: 'ip network', entities: { 0: 'x' } }, []],
  ['entities of nulls and numbers', block([null, 3, 'x', someone(['abuse'], [mail('abuse@host.net')])]), ['abuse@host.net']],
  ['roles that are no strings', block([{ roles: [1, null, 'abuse'], vcardArray: card(mail('abuse@host.net')) }]), ['abuse@host.net']],
  ['e-mail addresses in an array', block([someone(['abuse'], [['email', {}, 'text', ['one@host.net', 'two@host.net']]])]), ['one@host.net', 'two@host.net']],
];
