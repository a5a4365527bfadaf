declare module 'jsonld' {
  /** What the tests use of the package (https://github.com/digitalbazaar/jsonld.js). */
  const jsonld: {
    expand(
      document: object,
      options?: { readonly safe?: boolean },
    ): Promise<readonly Record<string, unknown>[]>;
    toRDF(document: object, options: { readonly format: string }): Promise<string>;
  };
  export default jsonld;
}
