import { beforeAll, describe, expect, it } from 'vitest'
import { Sitting, type SittingOptions } from '../../../../../lab/sitting.ts'
import { ConfigMaps } from '../../../../api/kinds/configMap/index.ts'
import { Pods } from '../../../../api/kinds/pod/index.ts'
import type { ConfigMap } from '../../../../api/types/index.ts'
import { causedBy } from '../../../../core/ledger.ts'

const options: { -readonly [K in keyof SittingOptions]: SittingOptions[K] } = { keyframes: 'off' }
const sitting = new Sitting(options)
const user = { actor: 'kubectl', cause: causedBy(0) }

function run(line: string): string {
  const execution = sitting.execute(line)
  while (execution.exit === undefined) sitting.advance()
  return execution.stdout
}

beforeAll(() => {
  sitting.newCluster('sim cluster')
  run('kubectl create namespace other')
  run('kubectl create deployment web --image=web --replicas=40')
  run('sim wait 20s')
  const { server } = sitting.world.engine
  for (let i = 0; i < 5000; i++) {
    const metadata = { name: `c-${(7919 * i) % 5003}`, namespace: i % 3 === 0 ? 'other' : 'default' }
    const one = server.create(user, ConfigMaps, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata,
    } as ConfigMap)
    const note = { type: 'Normal', reason: 'Counted', message: `number ${i}` } as const
    if (i % 2 === 0) server.eventStore.record(user, one, note)
  }
  // Of a pod and a config map of one name events are mixed.
  for (const { metadata } of server.list(Pods, 'default')) {
    const named = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: metadata.name } } as ConfigMap
    const one = server.create(user, ConfigMaps, named)
    server.eventStore.record(user, one, { type: 'Normal', reason: 'Counted', message: 'a namesake' })
  }
})

describe('a table of very many objects', () => {
  it.each([
    'kubectl get configmaps -A',
    'kubectl get configmaps',
    'kubectl get events -A',
    'kubectl get events -o wide',
    'kubectl get pods',
  ])('is the same in pieces: %s', (line) => {
    options.readsInPieces = false
    const whole = run(line)
    options.readsInPieces = true
    const { tick } = sitting.world
    expect(run(line)).toBe(whole)
    expect(sitting.world.tick).toBe(tick)
  })

  it('can be left in the middle, and then is read no further', () => {
    options.readsInPieces = true
    const execution = sitting.execute('kubectl get configmaps -A')
    sitting.advance()
    expect([execution.exit, sitting.isReading]).toEqual([undefined, true])
    sitting.leave(execution)
    const { tick } = sitting.world
    sitting.advance()
    expect([sitting.isReading, sitting.world.tick > tick, execution.stdout]).toEqual([false, true, ''])
  })

  it.each([
    ['there are none of those asked for', 'kubectl get events -n kube-public', ''],
    ['the API server is down', 'kubectl get events -A', 'sim control-plane stop api-server'],
  ])('says the same as at once where %s', (_, line, before) => {
    if (before !== '') run(before)
    const told = [false, true].map((readsInPieces) => {
      options.readsInPieces = readsInPieces
      const execution = sitting.execute(line)
      while (execution.exit === undefined) sitting.advance()
      return { stdout: execution.stdout, stderr: execution.stderr, exit: execution.exit }
    })
    if (before !== '') run('sim control-plane start api-server')
    expect(told[1]).toEqual(told[0])
    expect(told[0]?.stderr).not.toBe('')
  })
})
