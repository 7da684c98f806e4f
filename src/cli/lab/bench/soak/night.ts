/** What befalls the cluster of the soak every night, as lines by the time of the day. All of it is mended by the morning. */
import { drawBelow } from '../../../../sim/core/draw.ts'

export interface Deed {
  /** Seconds since midnight. */
  readonly at: number
  readonly line: string
}

export const nodes = 100
export const zones = ['a', 'b', 'c'] as const
export const services = 20
export const podsPerService = 50

export const morning = 8 * 3600
export const day = 24 * 3600

const modes = ['power', 'kubelet', 'network'] as const
const requestsFor = 20 * 60

/** The first lines, before the first midnight: Deployments of which one is scaled by how busy it is. */
export function beginning(): readonly string[] {
  const names = Array.from({ length: services }, (_, i) => `app-${i}`)
  return [
    `sim cluster --nodes ${nodes} --zones ${zones.join(',')} --cpu 8 --memory 32Gi`,
    'sim app app --cpu-per-request 20ms --ready 3s',
    ...names.flatMap((name) => [
      `kubectl create deployment ${name} --image=app:1 --port=8080 --replicas=${podsPerService}`,
      `kubectl set resources deployment/${name} --requests=cpu=100m,memory=64Mi`,
      `kubectl expose deployment ${name} --port=80 --target-port=8080`,
    ]),
    `kubectl autoscale deployment app-0 --min=${podsPerService} --max=${2 * podsPerService} --cpu=50%`,
  ]
}

export function nightOf(date: number): readonly Deed[] {
  const pick = (what: string, bound: number, n = 0) => drawBelow(bound, 1, 'soak', what, 100 * date + n)
  const lost = Array.from({ length: 3 }, (_, i) => ({
    name: `node-${1 + ((pick('node', nodes) + 31 * i) % nodes)}`,
    mode: modes[pick('mode', modes.length, i)],
  }))
  const zone = zones[pick('zone', zones.length)]
  const updated = Array.from({ length: 5 }, (_, i) => `app-${(5 * date + i) % services}`)
  const [deleted, crashed, restarted] = [0, 1, 2].map((i) => `app-${pick('service', services, i)}`)
  const sleeper = ['deployment-controller', 'replicaset-controller', 'scheduler'][pick('sleeper', 3)]
  return [
    { at: 600, line: 'sim traffic svc/app-0 --rps 20 --shape spike --peak 300 --after 2m --over 10m' },
    { at: 600 + requestsFor, line: 'sim traffic stop svc/app-0' },
    ...lost.map(({ name, mode }) => ({ at: 3600, line: `sim node fail ${name} --mode ${mode}` })),
    ...updated.map((name) => ({
      at: 3900,
      line: `kubectl set image deployment/${name} app=app:${date + 2}`,
    })),
    ...lost.map(({ name }) => ({ at: 6000, line: `sim node recover ${name}` })),
    { at: 7200, line: `sim zone fail ${zone} --mode ${modes[pick('zone mode', modes.length)]}` },
    { at: 9600, line: `sim zone recover ${zone}` },
    { at: 10_800, line: `kubectl delete pods -l app=${deleted} --wait=false` },
    { at: 11_400, line: `sim pod crash -l app=${crashed}` },
    { at: 12_000, line: `sim control-plane stop ${sleeper}` },
    { at: 12_060, line: `kubectl rollout restart deployment/${restarted}` },
    { at: 12_600, line: `sim control-plane start ${sleeper}` },
  ]
}
