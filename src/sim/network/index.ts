export type { Sample } from './book.ts'
export { Network } from './network.ts'
export { causes, type FailureCause, served } from './outcome.ts'
export {
  type Counts,
  podCounts,
  type RevisionCounts,
  reportOf,
  serviceCounts,
  type TrafficReport,
} from './report.ts'
