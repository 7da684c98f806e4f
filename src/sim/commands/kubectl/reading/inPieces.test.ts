import { beforeAll, describe, expect, it } from 'vitest'
import { Sitting, type SittingOptions } from '../../../../lab/sitting.ts'
import { ConfigMaps } from '../../../api/kinds/configMap/index.ts'
import { Pods } from '../../../api/kinds/pod/index.ts'
import type { ConfigMap } from '../../../api/types/index.ts'
import { causedBy } from '../../../core/ledger.ts'

const options: { -readonly [K in keyof SittingOptions]: SittingOptions[K] } = { keyframes: 'off' }
const sitting = new Sitting(options)
const user = { actor: 'kubectl', cause: causedBy(0) }

/** How often it was waited for, and what it said. */
function run(line: string) {
  const execution = sitting.execute(line)
  let turns = 0
  for (; execution.exit === undefined; turns++) sitting.advance()
  const { stdout, stderr, exit, omitted = 0 } = execution
  return { turns, said: { stdout, stderr, exit }, length: stdout.length + omitted }
}

beforeAll(() => {
  sitting.newCluster('sim cluster')
  run('kubectl create namespace other')
  run('kubectl create deployment web --image=web --replicas=40')
  run('sim wait 20s')
  const { server } = sitting.world.engine
  for (let i = 0; i < 5000; i++) {
    const metadata = { name: `c-${(7919 * i) % 5003}`, namespace: i % 9 === 0 ? 'other' : 'default' }
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

describe('what is read of very many objects', () => {
  it.each([
    'kubectl get configmaps -A',
    'kubectl get configmaps',
    'kubectl get events -A',
    'kubectl get events -o wide',
    'kubectl get configmaps,nodes,services',
    'kubectl get configmaps -A --field-selector metadata.namespace=other',
    'kubectl get events --field-selector involvedObject.kind=Pod -o name',
    'kubectl get configmaps -A --sort-by=.metadata.resourceVersion',
    'kubectl get configmaps -A --sort-by=.metadata.namespace -o name',
    'kubectl get events --sort-by=.lastTimestamp',
    'kubectl get configmaps --sort-by=.metadata.nothing',
    'kubectl get configmaps -o yaml',
    'kubectl get events -o json',
    'kubectl get configmaps -o custom-columns=NAME:.metadata.name,AT:.metadata.resourceVersion',
    'kubectl get configmaps -o jsonpath={.items[*].metadata.name}',
    `kubectl get configmaps -A -o jsonpath='{range .items[?(@.metadata.namespace=="other")]}{.metadata.name},{end}'`,
    `kubectl get configmaps -o jsonpath="{.items[*]['kind','apiVersion']}{..uid}"`,
    "kubectl get configmaps -o go-template='{{range $i, $c := .items}}{{if eq $i 4000}}{{break}}{{end}}{{$c.metadata.name}} {{end}}'",
    "kubectl get configmaps -o go-template='{{len .items}}'",
    'kubectl describe configmaps -A',
    'kubectl describe configmap c- --show-events=false',
  ])('is the same in pieces: %s', (line) => {
    options.readsInPieces = false
    const whole = run(line)
    options.readsInPieces = true
    const { tick } = sitting.world
    const { turns, said, length } = run(line)
    expect([said, length]).toEqual([
      { ...whole.said, stdout: whole.said.stdout.slice(0, 1_000_000) },
      whole.length,
    ])
    expect([whole.turns, sitting.world.tick]).toEqual([0, tick])
    expect(turns).toBeGreaterThan(2)
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
    ['several kinds cannot be had', 'kubectl get events,configmaps -A', 'sim control-plane stop api-server'],
    ['nobody may', 'kubectl get configmaps -A -o yaml --as nobody', ''],
    ['no object has the field', 'kubectl get configmaps -A -o name --sort-by=.nothing', ''],
    ['the selector is bad', 'kubectl get configmaps -A -o json -l =', ''],
    ['a path leads nowhere', 'kubectl get configmaps -A -o jsonpath={.items[9999].kind}', ''],
    ['a name is the beginning of none', 'kubectl describe configmap z', ''],
  ])('says the same as at once where %s', (_, line, before) => {
    if (before !== '') run(before)
    const told = [false, true].map((readsInPieces) => {
      options.readsInPieces = readsInPieces
      return run(line).said
    })
    if (before !== '') run('sim control-plane start api-server')
    expect(told[1]).toEqual(told[0])
    expect(told[0]?.stderr).not.toBe('')
  })
})
