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
  /** How long the cloud takes to bring a machine, on average, and how much sooner or later it may come. */
  readonly machineBoot: Tick
  readonly machineBootSpread: number
  /** How long the cloud takes to set up a load balancer: at least, and at most. */
  readonly loadBalancerDelay: readonly [Tick, Tick]
  /** Timings of the cluster autoscaler, under the names of `AutoscalerOptions`. */
  readonly autoscaler: {
    readonly unneededTime: Tick
    readonly unreadyTime: Tick
    readonly delayAfterAdd: Tick
    readonly delayAfterDelete: Tick
    readonly delayAfterFailure: Tick
    readonly recheckUnremovable: Tick
    readonly maxProvisionTime: Tick
    readonly backOff: Tick
    readonly backOffMax: Tick
    readonly backOffReset: Tick
    readonly maxGracefulTermination: Tick
  }
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
  machineBoot: ticksOf(60),
  machineBootSpread: 1 / 3,
  loadBalancerDelay: [ticksOf(8), ticksOf(30)],
  autoscaler: {
    unneededTime: ticksOf(600),
    unreadyTime: ticksOf(1200),
    delayAfterAdd: ticksOf(600),
    delayAfterDelete: ticksOf(10),
    delayAfterFailure: ticksOf(180),
    recheckUnremovable: ticksOf(300),
    maxProvisionTime: ticksOf(900),
    backOff: ticksOf(300),
    backOffMax: ticksOf(1800),
    backOffReset: ticksOf(10_800),
    maxGracefulTermination: ticksOf(600),
  },
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
  machineBoot: ticksOf(10),
  machineBootSpread: 0,
  loadBalancerDelay: [ticksOf(3), ticksOf(3)],
  autoscaler: {
    ...real.autoscaler,
    unneededTime: ticksOf(40),
    unreadyTime: ticksOf(80),
    delayAfterAdd: ticksOf(40),
    delayAfterFailure: ticksOf(20),
    recheckUnremovable: ticksOf(20),
    maxProvisionTime: ticksOf(60),
    backOff: ticksOf(30),
    backOffMax: ticksOf(180),
  },
}

export const profiles: Readonly<Record<Profile['name'], Profile>> = { real, classroom }
