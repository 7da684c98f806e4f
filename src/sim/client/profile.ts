/** Timings of the cluster's components. `real`: the defaults of 1.36. `classroom`: the same algorithms, shorter. Ticks. */
import { type Tick, ticksOf } from '../core/clock.ts'

export interface Profile {
  readonly name: 'real' | 'classroom'
  /** --node-monitor-period */
  readonly nodeMonitorPeriod: Tick
  /** --node-monitor-grace-period */
  readonly nodeMonitorGracePeriod: Tick
  /** tolerationSeconds of the default not-ready and unreachable tolerations. */
  readonly defaultTolerationSeconds: number
  /** One NoExecute taint per zone in this time (--node-eviction-rate 0.1). */
  readonly nodeEvictionInterval: Tick
  /** The first wait after a container crashed, and the longest. */
  readonly crashBackOff: Tick
  readonly crashBackOffMax: Tick
  /** The first wait after an image pull failed, and the longest. */
  readonly pullBackOff: Tick
  readonly pullBackOffMax: Tick
  /** --horizontal-pod-autoscaler-sync-period */
  readonly autoscalerSyncPeriod: Tick
  /** --horizontal-pod-autoscaler-downscale-stabilization */
  readonly downscaleStabilization: Tick
  /** --horizontal-pod-autoscaler-cpu-initialization-period */
  readonly cpuInitializationPeriod: Tick
  /** --horizontal-pod-autoscaler-initial-readiness-delay */
  readonly initialReadinessDelay: Tick
  /** --metric-resolution of metrics-server: how far apart its scrapes are. */
  readonly metricResolution: Tick
}

const real: Profile = {
  name: 'real',
  nodeMonitorPeriod: ticksOf(5),
  nodeMonitorGracePeriod: ticksOf(50),
  defaultTolerationSeconds: 300,
  nodeEvictionInterval: ticksOf(10),
  crashBackOff: ticksOf(10),
  crashBackOffMax: ticksOf(300),
  pullBackOff: ticksOf(10),
  pullBackOffMax: ticksOf(300),
  autoscalerSyncPeriod: ticksOf(15),
  downscaleStabilization: ticksOf(300),
  cpuInitializationPeriod: ticksOf(300),
  initialReadinessDelay: ticksOf(30),
  metricResolution: ticksOf(15),
}

const classroom: Profile = {
  ...real,
  name: 'classroom',
  nodeMonitorPeriod: ticksOf(1),
  nodeMonitorGracePeriod: ticksOf(10),
  defaultTolerationSeconds: 20,
  nodeEvictionInterval: ticksOf(2),
  crashBackOff: ticksOf(2),
  crashBackOffMax: ticksOf(30),
  pullBackOff: ticksOf(2),
  pullBackOffMax: ticksOf(30),
  autoscalerSyncPeriod: ticksOf(5),
  downscaleStabilization: ticksOf(30),
  cpuInitializationPeriod: ticksOf(30),
  initialReadinessDelay: ticksOf(5),
  metricResolution: ticksOf(5),
}

export const profiles: Readonly<Record<Profile['name'], Profile>> = { real, classroom }
