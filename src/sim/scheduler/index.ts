/** The scheduler (kube-scheduler v1.36). */
export type { Explanation, NodeRow, PluginScore } from './explain.ts'
export { Scheduler } from './scheduler.ts'
