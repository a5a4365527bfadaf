/** First line of every age file (https://age-encryption.org/v1). Apart from the library: `verify.html` has none of it. */
export const AGE_HEADER = 'age-encryption.org/v1\n';
