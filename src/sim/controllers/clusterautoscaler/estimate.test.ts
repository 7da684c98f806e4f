import { describe, expect, it } from 'vitest'
import type { Pod } from '../../api/types/index.ts'
import type { PoolShape } from '../../client/cloudProvider.ts'
import { makeTrial } from '../../scheduler/trial.ts'
import { estimate } from './estimate.ts'

const pool: PoolShape = {
  name: 'gold',
  cpu: '4',
  memory: '8Gi',
  pods: 110,
  zones: [],
  labels: {},
  min: 0,
  max: 10,
  price: 1,
  boot: undefined,
}

const anywhere = Array.from({ length: 10 }, () => '')

function pods(...cores: readonly number[]): readonly Pod[] {
  return cores.map((cpu, i) => withSpec(i, cpu, {}))
}

function withSpec(i: number, cpu: number, spec: object): Pod {
  const containers = [{ name: 'c', resources: { requests: { cpu: String(cpu), memory: '1Gi' } } }]
  const metadata = { name: `p${i}`, namespace: 'default', uid: `u${i}`, labels: { app: 'web' } }
  return { metadata, spec: { containers, ...spec }, status: {} } as unknown as Pod
}

function estimated(asked: readonly Pod[], zones: readonly string[] = anywhere): string {
  const { nodes, pods: held } = estimate(makeTrial([], new Map()), pool, zones, asked)
  return `${nodes} machines for ${held.length} pods`
}

describe('how many machines pods need', () => {
  it.each([
    [pods(1, 1, 1, 1), '1 machines for 4 pods'],
    [pods(1, 1, 1, 1, 1), '2 machines for 5 pods'],
    [pods(1, 3, 1, 3), '2 machines for 4 pods'],
    [pods(5), '0 machines for 0 pods'],
    [pods(5, 1), '1 machines for 1 pods'],
    [[], '0 machines for 0 pods'],
  ])('is found out by putting the largest first: %#', (asked, expected) => {
    expect(estimated(asked)).toBe(expected)
  })

  it('is bounded by the room that the pool has left', () => {
    expect(estimated(pods(4, 4, 4), ['', ''])).toBe('2 machines for 2 pods')
  })

  it('follows every filter of the scheduler: pods that avoid each other, or want a zone', () => {
    const term = { labelSelector: { matchLabels: { app: 'web' } }, topologyKey: 'kubernetes.io/hostname' }
    const avoiding = {
      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
    }
    expect(estimated([0, 1, 2].map((i) => withSpec(i, 1, avoiding)))).toBe('3 machines for 3 pods')
    const inZoneB = { nodeSelector: { 'topology.kubernetes.io/zone': 'b' } }
    expect(estimated([withSpec(0, 1, inZoneB)], ['a', 'b'])).toBe('0 machines for 0 pods')
    expect(estimated([withSpec(0, 1, inZoneB)], ['b', 'a'])).toBe('1 machines for 1 pods')
  })

  it('leaves the paper as it was', () => {
    const trial = makeTrial([], new Map())
    estimate(trial, pool, anywhere, pods(1, 1))
    expect(trial.refusal(pods(1)[0] as Pod, 'template-node-for-gold-0')).toEqual(['node not found'])
  })
})
