import { ms, type Bench } from './bench.ts';
import { benchClassify, CLASSIFY_LIMIT } from './classify.ts';

/** Hosts per second over the whole rule table (issue 4). */
export const classifyBench: Bench = {
  name: 'classify',
  about: 'classifying a host from its observations: at least 100,000 a second in one thread',
  run: async () => {
    const { hostsPerSecond, hostsPerProcessorSecond, indexMs, rules } = benchClassify();
    return [
      {
        what: `classify, ${rules} rules`,
        ours: `${hostsPerSecond.toLocaleString('en')} hosts/s`,
        theirs: '–',
        value: hostsPerSecond,
        limit: CLASSIFY_LIMIT,
        want: 'at least',
        note: `${hostsPerProcessorSecond.toLocaleString('en')} per second of processor time; arranging the rules, once: ${ms(indexMs)}`,
      },
    ];
  },
};
