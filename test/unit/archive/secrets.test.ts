import { assert, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OMITTED, redactHeaders, redactUrl } from '../../../utils/capture/secrets.ts';

const O = OMITTED;

function redact(name: string, value: string) {
  return redactHeaders([{ name, value }]).value[0];
}
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlLWJ5dGVz';

describe('redactUrl: secrets go', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['https://a.example/?token=abc&page=2', `https://a.example/?token=${O}&page=2`],
    ['https://a.example/?%74oken=abc', `https://a.example/?%74oken=${O}`],
    ['https://a.example/?%2574oken=abc', `https://a.example/?%2574oken=${O}`],
    ['https://a.example/?access%5Ftoken=abc', `https://a.example/?access%5Ftoken=${O}`],
    ['https://a.example/?token[]=a&token[]=b', `https://a.example/?token[]=${O}&token[]=${O}`],
    ['https://a.example/?user%5Bpassword%5D=hunter2', `https://a.example/?user%5Bpassword%5D=${O}`],
    ['https://a.example/?accessToken=abc', `https://a.example/?accessToken=${O}`],
    ['https://a.example/?XSRFToken=abc', `https://a.example/?XSRFToken=${O}`],
    ['https://a.example/?a=1;sid=99;b=2', `https://a.example/?a=1;sid=${O};b=2`],
    ['https://a.example/?%ff_token=abc', `https://a.example/?%ff_token=${O}`],
    ['https://a.example/cb#access_token=abc&state=x', `https://a.example/cb#access_token=${O}&state=x`],
    ['https://a.example/#/login?session=abc&tab=1', `https://a.example/#/login?session=${O}&tab=1`],
    [`https://a.example/?q=${JWT}`, `https://a.example/?q=${O}`],
    [`https://a.example/?${JWT}`, `https://a.example/?${O}`],
    [`https://a.example/verify/${JWT}/done`, `https://a.example/verify/${O}/done`],
    ['https://a.example/x;jsessionid=AB12?p=1', `https://a.example/x;jsessionid=${O}?p=1`],
    ['https://user:pw@a.example/x', `https://${O}@a.example/x`],
    [
      'https://b.s3.example/k.mp4?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20261121&X-Amz-Date=20261121T000000Z&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Signature=abcd',
      `https://b.s3.example/k.mp4?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${O}&X-Amz-Date=20261121T000000Z&X-Amz-Expires=300&X-Amz-SignedHeaders=host&X-Amz-Signature=${O}`,
    ],
    [
      'https://d1.example/v/1.ts?Expires=1763769600&Policy=eyJTdGF0ZW1lbnQiOlt7IlJlc291cmNlIjoi&Signature=a~b_&Key-Pair-Id=APKA',
      `https://d1.example/v/1.ts?Expires=1763769600&Policy=${O}&Signature=${O}&Key-Pair-Id=${O}`,
    ],
    [
      'https://acc.blob.example/c/m.bin?sv=2024-11-04&se=2026-12-01&sp=r&sig=ab%2Bc%3D',
      `https://acc.blob.example/c/m.bin?sv=2024-11-04&se=2026-12-01&sp=r&sig=${O}`,
    ],
    [
      'https://cdn.example/f.mp4?md5=Zm9vYmFyMTIzNDU2Nzg5MA&expires=1763769600',
      `https://cdn.example/f.mp4?md5=${O}&expires=1763769600`,
    ],
    ['https://cdn.example/f.mp4?auth_key=1763769600-0-0-abcd', `https://cdn.example/f.mp4?auth_key=${O}`],
    ['https://cdn.example/f.mp4?hdnts=exp=1~acl=/*~hmac=ff00', `https://cdn.example/f.mp4?hdnts=${O}`],
    [
      'https://cdn.example/exp=1~acl=/*~hmac=ff00aa/f.m3u8',
      `https://cdn.example/exp=1~acl=/*~hmac=${O}/f.m3u8`,
    ],
    ['https://m.example/js?key=AIzaSyA1234567890abcdefghijk', `https://m.example/js?key=${O}`],
    [
      'https://a.example/go?next=https%3A%2F%2Fb.example%2F%3Ftoken%3Dabc%26p%3D2&x=1',
      `https://a.example/go?next=${encodeURIComponent(`https://b.example/?token=${O}&p=2`)}&x=1`,
    ],
    ['https://a.example/go?next=//b.example/?token=abc', `https://a.example/go?next=//b.example/?token=${O}`],
    ['/relative?token=abc', `/relative?token=${O}`],
  ];
  for (const [before, after] of cases) {
    it(before.slice(0, 90), () => {
      const { value, omitted } = redactUrl(before);
      expect(value).toBe(after);
      expect(omitted.length).toBeGreaterThan(0);
      expect(JSON.stringify(omitted)).not.toContain('abc');
    });
  }
});

describe('redactUrl: what leads to the work stays, to the byte', () => {
  const kept = [
    'https://a.example/read?manga=1&chapter=12&page=3',
    'https://a.example/?author=Smith&design=x&signed=1&tokens=5',
    'https://a.example/?key=3&code=DE&state=NY&t=120&v=dQw4w9WgXcQ',
    'https://cdn.example/a.jpg?hash=3f2504e04f8911d39a0c0305e82c3301',
    'https://a.example/?q=a+b%20c&q=%E6%BC%AB%E7%94%BB#%E7%AC%AC',
    'https://a.example/?a=%zz&b=%ff',
    'https://a.example/?policy=privacy&verify=1',
    'https://a.example/?u=https%3a%2f%2Fb.example%2f%3fp%3D2',
    'https://a.example/?token=',
    'https://a.example/@user/videos',
    'https://a.example/p;v=2/x',
    'data:text/html,<a href="?token=abc">',
  ];
  for (const url of kept) {
    it(url, () => expect(redactUrl(url)).toEqual({ value: url, omitted: [] }));
  }

  it('names of the omitted, and no value, are recorded', () => {
    expect(redactUrl('https://u:p@a.example/?sig=1#id_token=2').omitted).toEqual([
      { where: 'user-info', name: 'user information' },
      { where: 'query', name: 'sig' },
      { where: 'fragment', name: 'id_token' },
    ]);
  });

  it('withstands any text, does nothing twice, and never keeps a token', () => {
    assert(
      property(string({ maxLength: 200 }), stringMatching(/^[a-z0-9]{20}$/), (text, secret) => {
        const once = redactUrl(text).value;
        expect(redactUrl(once).value).toBe(once);
        expect(redactUrl(`https://a.example/?x=1&token=${secret}&${text}`).value).not.toContain(secret);
      }),
    );
  });
});

describe('redactHeaders', () => {
  it('keeps names and attributes of cookies, and schemes', () => {
    expect(redact('Set-Cookie', '__cf_bm=abc=; Path=/; HttpOnly')).toEqual({
      name: 'Set-Cookie',
      value: `__cf_bm=${O}; Path=/; HttpOnly`,
      omitted: true,
    });
    expect(redact('set-cookie', 'a=1; Path=/\nb=2')?.value).toBe(`a=${O}; Path=/\nb=${O}`);
    expect(redact('Cookie', 'a=1; b=2;c')?.value).toBe(`a=${O}; b=${O}; ${O}`);
    expect(redact('Authorization', 'Bearer abc')?.value).toBe(`Bearer ${O}`);
    expect(redact('authorization', 'abc')?.value).toBe(O);
    for (const name of ['X-Api-Key', 'X-CSRF-Token', 'x-amz-security-token', 'X-Session-Id', 'X-Auth']) {
      expect(redact(name, 'abc')).toEqual({ name, value: O, omitted: true });
    }
  });

  it('looks into addresses in values', () => {
    expect(redact('Location', '/next?token=abc&p=1')?.value).toBe(`/next?token=${O}&p=1`);
    expect(redact('Link', '<https://a.example/?sig=abc>; rel=preload')?.value).toBe(
      `<https://a.example/?sig=${O}>; rel=preload`,
    );
  });

  it('leaves what tells who serves the page', () => {
    const headers = ['server', 'cf-ray', 'etag', 'x-amz-cf-id', 'x-served-by', 'www-authenticate'].map(
      (name) => ({
        name,
        value: 'abc123',
      }),
    );
    const policy = { name: 'content-security-policy', value: "default-src 'self' https://a.example/x" };
    expect(redactHeaders([...headers, policy])).toEqual({ value: [...headers, policy], omitted: [] });
  });
});
