/**
 * Probes in closed form (pkg/kubelet/prober/worker.go, v1.36). Only results that change something are worked out: a
 * probe that goes on succeeding has no next answer at all.
 *
 * A probe asks at its anchor and every period from there, but not before the initial delay is over. The anchor is the
 * container's start; for readiness it is the moment the container counts as started, for that triggers a probe at once.
 */
import type { Container, Probe } from '../api/types/index.ts'
import { type Tick, ticksOf, ticksPerSecond } from '../core/clock.ts'
import { settled } from '../core/frozen.ts'
import { never } from './run.ts'

export type ProbeKind = 'startup' | 'liveness' | 'readiness'

/** What decides whether a probe succeeds. */
export interface Process {
  readonly since: Tick
  /** From when on it answers. */
  readonly readyAt: Tick
  /** From when on it doesn't answer any more. */
  readonly hungSince: Tick
}

export interface ProbeRun {
  readonly kind: ProbeKind
  readonly anchor: Tick
  /** When the next probe that matters is made, and when its result is known. */
  readonly asks: Tick
  readonly answers: Tick
  /** In a row. */
  readonly failures: number
  readonly succeeds: boolean
}

export interface Health {
  readonly started: boolean
  readonly ready: boolean
  readonly probes: readonly ProbeRun[]
}

export interface Answer {
  readonly health: Health
  readonly kind: ProbeKind
  readonly failed: boolean
  readonly timedOut: boolean
  /** The container has failed its startup or liveness probe too often. */
  readonly kill: boolean
}

/** A container that doesn't run. */
export const noHealth: Health = Object.freeze({ started: false, ready: false, probes: settled([]) })
/** A running container without probes. */
const plainHealth: Health = Object.freeze({ started: true, ready: true, probes: settled([]) })

export function healthAtStart(container: Container, process: Process): Health {
  const { startupProbe, livenessProbe, readinessProbe } = container
  if (!startupProbe && !livenessProbe && !readinessProbe) return plainHealth
  const probes: ProbeRun[] = []
  if (startupProbe)
    probes.push(planned(startupProbe, newProbe('startup', process.since), process, process.since))
  if (livenessProbe) probes.push(newProbe('liveness', process.since))
  if (readinessProbe) probes.push(newProbe('readiness', process.since))
  return startupProbe ? healthOf(probes) : healthOf(afterStartup(container, probes, process, process.since))
}

/** When the next result that matters is known. */
export function nextAnswer(health: Health): Tick {
  let next = never
  for (const probe of health.probes) if (probe.answers < next) next = probe.answers
  return next
}

/** The result that is due; one at a time, in the order startup, liveness, readiness. */
export function answer(container: Container, health: Health, process: Process, now: Tick): Answer {
  const at = health.probes.findIndex((probe) => probe.answers <= now)
  const run = health.probes[at] as ProbeRun
  const spec = probeSpec(container, run.kind)
  const failed = !succeedsAt(process, run.asks)
  const failures = failed ? run.failures + 1 : 0
  const tooMany = failures >= (spec.failureThreshold ?? 3)
  const known: ProbeRun = { ...run, failures, succeeds: failed ? run.succeeds && !tooMany : true }
  const next = planned(spec, known, process, run.asks + period(spec))
  let probes: readonly ProbeRun[] = health.probes.map((probe, i) => (i === at ? next : probe))
  if (run.kind === 'startup' && !failed) {
    probes = afterStartup(
      container,
      probes.map((probe, i) => (i === at ? finished(probe) : probe)),
      process,
      now,
    )
  }
  return {
    health: healthOf(probes),
    kind: run.kind,
    failed,
    timedOut: failed && run.asks >= process.hungSince,
    kill: failed && tooMany && run.kind !== 'readiness',
  }
}

/** A container that is being stopped is asked for nothing but its readiness. */
export function whileStopping(health: Health): Health {
  const probes = health.probes.filter(({ kind }) => kind === 'readiness')
  return probes.length === health.probes.length
    ? health
    : Object.freeze({ ...health, probes: settled(probes) })
}

/** The process has hung since `process.hungSince`: whatever was planned doesn't hold any more. */
export function replanned(container: Container, health: Health, process: Process, now: Tick): Health {
  const startupGoesOn = health.probes.some(({ kind, succeeds }) => kind === 'startup' && !succeeds)
  const probes = health.probes.map((probe) => {
    const waits = startupGoesOn ? probe.kind !== 'startup' : probe.kind === 'startup'
    return waits ? probe : planned(probeSpec(container, probe.kind), probe, process, now)
  })
  return healthOf(probes)
}

export function probeSpec(container: Container, kind: ProbeKind): Probe {
  return container[`${kind}Probe`] as Probe
}

/** Only a liveness probe counts as successful before its first answer. */
function newProbe(kind: ProbeKind, anchor: Tick): ProbeRun {
  return { kind, anchor, asks: never, answers: never, failures: 0, succeeds: kind === 'liveness' }
}

function finished(probe: ProbeRun): ProbeRun {
  return { ...probe, asks: never, answers: never }
}

/** Liveness and readiness begin when the container counts as started. */
function afterStartup(
  container: Container,
  probes: readonly ProbeRun[],
  process: Process,
  now: Tick,
): readonly ProbeRun[] {
  return probes.map((probe) => {
    if (probe.kind === 'startup') return probe
    const anchored = probe.kind === 'readiness' ? { ...probe, anchor: now } : probe
    return planned(probeSpec(container, probe.kind), anchored, process, now)
  })
}

/** Sets the next probe at or after `from` whose result matters. */
function planned(spec: Probe, probe: ProbeRun, process: Process, from: Tick): ProbeRun {
  const first = gridPoint(
    spec,
    probe.anchor,
    Math.max(from, process.since + ticksOf(spec.initialDelaySeconds ?? 0)),
  )
  if (!succeedsAt(process, first)) {
    const takes = first >= process.hungSince ? ticksOf(spec.timeoutSeconds ?? 1) : 0
    return { ...probe, asks: first, answers: first + takes }
  }
  if (probe.succeeds && probe.failures === 0) return finished(probe)
  const more = probe.succeeds ? 0 : (spec.successThreshold ?? 1) - 1
  const asks = first + more * period(spec)
  return { ...probe, asks, answers: asks }
}

function gridPoint(spec: Probe, anchor: Tick, from: Tick): Tick {
  return anchor + Math.ceil(Math.max(0, from - anchor) / period(spec)) * period(spec)
}

function period(spec: Probe): Tick {
  return (spec.periodSeconds ?? 10) * ticksPerSecond
}

function succeedsAt(process: Process, tick: Tick): boolean {
  return tick >= process.readyAt && tick < process.hungSince
}

function healthOf(probes: readonly ProbeRun[]): Health {
  let started = true
  let ready = true
  for (const { kind, succeeds } of probes) {
    if (kind === 'startup') started = succeeds
    if (kind === 'readiness') ready = succeeds
  }
  return Object.freeze({
    started,
    ready: started && ready,
    probes: settled(probes.map((one) => Object.freeze(one))),
  })
}
