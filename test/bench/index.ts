import type { Bench } from './bench.ts';
import { captureBench } from './capture-bench.ts';
import { classifyBench } from './classify-bench.ts';
import { exportBench } from './export-bench.ts';
import { memoryBench } from './memory-bench.ts';
import { peersBench } from './peers-bench.ts';
import { tallBench } from './tall-bench.ts';
import { watchBench } from './watch-bench.ts';

/** Every bench, quick ones first. */
export const BENCHES: readonly Bench[] = [
  classifyBench,
  watchBench,
  captureBench,
  peersBench,
  tallBench,
  exportBench,
  memoryBench,
];
