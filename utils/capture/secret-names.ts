/**
 * Which names carry secrets. Names are compared by their words (`accessToken`, `access_token`, `X-Amz-Access-Token`
 * all hold the word `token`), so that a name nobody listed is found and `author` or `design` is not.
 */

/** A set of words written with white space between them. */
function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** A name that holds one of these words carries a secret, whatever its value. */
const SECRET_WORDS = wordSet(`
  token tok secret password passwd pwd passphrase passcode otp totp signature sig sign hmac auth oauth
  authorization authorisation bearer jwt session sess sessionid sid credential credentials cookie
  cookies csrf xsrf apikey authkey accesskey secretkey accesstoken authtoken sastoken
`);

/**
 * Whole names, without their punctuation, whose words alone do not tell: session ids of web frameworks; parameters
 * of signed addresses of CloudFront, S3, Alibaba Cloud OSS, Google Cloud Storage, Tencent Cloud COS and CDN, Akamai,
 * Cloudflare, and nginx secure_link in its usual spelling.
 */
const SECRET_NAMES = wordSet(`
  phpsessid jsessionid aspnetsessionid cfid cftoken connectsid pass saml samlresponse keypairid
  awsaccesskeyid ossaccesskeyid googleaccessid qak accesskeyid hdnts hdnea hdntl gda hmackey txsecret
  wssecret cfclearance securelink
`);

/** Names that carry a secret only where the value looks like one: `?key=3` is a chapter, `?key=AIza…` is not. */
const AMBIGUOUS_NAMES = wordSet(`
  key k code state ticket nonce policy st verify access grant assertion apitoken login hash md5 h s t e
`);

/** Names of these only count beside an expiry: otherwise a digest in a query names the file itself. */
const DIGEST_NAMES = wordSet(`
  hash md5 h s t e st
`);

/** Parameters that say until when an address is good. */
const EXPIRY = /(?:^|[&;?])(?:e|exp|expires?|expiry|ttl|deadline|valid(?:until|to)?|x-[a-z]+-expires)=/i;

/** The words of a name: parted at punctuation and where camel case turns. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Whether a header, cookie or parameter of this name carries a secret whatever its value. */
export function isSecretName(name: string): boolean {
  const words = wordsOf(name);
  // Two words beside each other may be one of the list: `X-Api-Key`, `session_id`.
  const pairs = words.slice(1).map((word, index) => `${words[index] ?? ''}${word}`);
  return [...words, ...pairs].some((word) => SECRET_WORDS.has(word)) || SECRET_NAMES.has(words.join(''));
}

/**
 * Whether a query parameter carries a secret.
 * @param name decoded. @param value decoded. @param query the whole query, for the parameters beside it.
 */
export function isSecretParameter(name: string, value: string, query: string): boolean {
  if (value === '') return false;
  if (isSecretName(name) || looksLikeCredential(value)) return true;
  const whole = wordsOf(name).join('');
  if (!AMBIGUOUS_NAMES.has(whole)) return false;
  return looksRandom(value) && (!DIGEST_NAMES.has(whole) || EXPIRY.test(query));
}

/** A JSON Web Token (RFC 7519: base64url of `{"` begins with `eyJ`), or a token with a maker's known prefix. */
const CREDENTIAL =
  /(?:^|[^A-Za-z0-9_-])(?:eyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*|(?:gh[opsur]_|github_pat_|glpat-|xox[abeoprs]-|hf_|AIza|sk-|sk_live_)[\w-]{16,})/;

/** Whether a text holds a credential that gives itself away by its form. */
export function looksLikeCredential(value: string): boolean {
  return CREDENTIAL.test(value);
}

/** At least 16 characters of a base64 or hexadecimal alphabet with digits and letters mixed. */
function looksRandom(value: string): boolean {
  return /^[\w.~+/=-]{16,}$/.test(value) && /\d/.test(value) && /[A-Za-z]/.test(value);
}

const SECRET_HEADERS = wordSet(`
  cookie cookie2 set-cookie set-cookie2 authorization proxy-authorization authentication-info
  proxy-authentication-info dpop sec-session-registration
`);

/** Whether a header of this name carries a secret. */
export function isSecretHeader(name: string): boolean {
  return SECRET_HEADERS.has(name.toLowerCase()) || isSecretName(name);
}
