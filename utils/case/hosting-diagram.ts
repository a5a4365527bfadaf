import type { Confidence, ServerRole } from './hosting.ts';

/** A box of the diagram from reader to edge to host to media host. Lengths in CSS pixels. */
export interface DiagramNode {
  readonly id: string;
  readonly kind: 'reader' | 'unknown-origin' | ServerRole;
  /** Name of the provider; for the reader and an unknown origin see `titleKey`. */
  readonly title: string;
  /** Key of the hosting catalog that stands for the title, with its parameters. */
  readonly titleKey?: { readonly key: string; readonly parameters: Readonly<Record<string, string>> };
  /** Host, address, network: plain text, one each. */
  readonly lines: readonly string[];
  /** ISO 3166-1 alpha-2 of the registration of the address: no place. */
  readonly registrationCountry?: string;
  readonly confidence?: Confidence;
  readonly why?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of the diagram. `dashed`: not seen, only known to be there. */
export interface DiagramLink {
  readonly from: string;
  readonly to: string;
  readonly dashed: boolean;
}

/** The whole drawing, laid out. */
export interface HostingDiagram {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DiagramNode[];
  readonly links: readonly DiagramLink[];
}
