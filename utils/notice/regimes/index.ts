import type { Measure, Regime, RegimeId, ServiceClass } from '../../case/regime.ts';
import { CA_41_25, NZ_92C } from './ca-nz.ts';
import { CN_ADM2005, CN_CIV1195, CN_ECOM42, CN_REG14 } from './cn.ts';
import { EU_DSA16, UK_REG22 } from './eu-uk.ts';
import { IN_R75, KR_103 } from './in-kr.ts';
import { JP_IPDPA } from './jp.ts';
import { US_512 } from './us.ts';

/** Every regime by id. */
export const REGIMES: Readonly<Record<RegimeId, Regime>> = {
  'us-512': US_512,
  'cn-reg14': CN_REG14,
  'cn-civ1195': CN_CIV1195,
  'cn-ecom42': CN_ECOM42,
  'cn-adm2005': CN_ADM2005,
  'eu-dsa16': EU_DSA16,
  'jp-ipdpa': JP_IPDPA,
  'uk-reg22': UK_REG22,
  'ca-41.25': CA_41_25,
  'nz-92C': NZ_92C,
  'in-r75': IN_R75,
  'kr-103': KR_103,
};

/** What can fairly be asked of a class: removal only where the provider controls the content. */
const USUAL: Readonly<Record<ServiceClass, readonly Measure[]>> = {
  hosting: ['remove'],
  search_link: ['delist'],
  cache_cdn: ['purge-cache', 'forward', 'disclose-host'],
  conduit: ['forward'],
  iaas: ['forward'],
  dns_registrar: ['forward'],
  ecommerce: ['remove'],
  ai_model: ['withdraw-model', 'remove'],
  site_operator: ['cease', 'remove'],
};

/** The measures to propose to a provider of a class under a regime. */
export function measuresFor(regime: Regime, serviceClass: ServiceClass): readonly Measure[] {
  if (regime.forwardsOnly) return ['forward'];
  return regime.measures?.[serviceClass] ?? USUAL[serviceClass];
}
