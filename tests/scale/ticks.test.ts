/**
 * What much is asked for at once is done over several ticks: whatever happens, a tick has a bound, and the rest waits where it
 * can be seen. Counted, not timed: each of these fails when its cap is lifted.
 */
import { describe, expect, it } from 'vitest'
import { Sitting } from '../../src/lab/sitting.ts'
import { ConfigMaps } from '../../src/sim/api/kinds/configMap/index.ts'
import { Namespaces } from '../../src/sim/api/kinds/namespace/index.ts'
import { Nodes } from '../../src/sim/api/kinds/node/index.ts'
import { Pods } from '../../src/sim/api/kinds/pod/index.ts'
import { isPodReady } from '../../src/sim/api/podReadiness.ts'
import type { ConfigMap } from '../../src/sim/api/types/index.ts'
import type { Caller } from '../../src/sim/apiserver/caller.ts'
import type { MetricSource } from '../../src/sim/apiserver/metricsApi.ts'
import type { ControllerRunner } from '../../src/sim/client/controllerRunner.ts'
import { causedBy } from '../../src/sim/core/ledger.ts'
import { scalingDecisions } from '../../src/sim/world/autoscaling.ts'
import { BigCluster } from './bigCluster.ts'

const user: Caller = { actor: 'kubectl', cause: causedBy(0) }
const nodes = 400
const names = Array.from({ length: nodes }, (_, i) => `node-${i + 1}`)

/** The most that a number has grown by in one tick of a line. */
function mostInATick(cluster: BigCluster, line: string, count: () => number): number {
  let before = count()
  let most = 0
  const look = () => {
    most = Math.max(most, count() - before)
    before = count()
  }
  const execution = cluster.sitting.execute(line)
  look()
  while (execution.exit === undefined) {
    cluster.sitting.advance()
    look()
  }
  expect(execution.exit).toBe(0)
  return most
}

describe('a line about many objects', () => {
  it('changes at most 200 of them in a tick, and all of them in the end', () => {
    const cluster = new BigCluster(nodes)
    const { sitting } = cluster
    const execution = sitting.execute('kubectl label nodes --all tier=web')
    expect(sitting.left).toBe(200)
    while (execution.exit === undefined) sitting.advance()
    expect(sitting.left).toBe(0)
    const annotated = () =>
      cluster.world.engine.server.storedList(Nodes).filter(({ metadata }) => metadata.annotations?.note)
    const began = cluster.world.tick
    expect(mostInATick(cluster, 'kubectl annotate nodes --all note=1', () => annotated().length)).toBe(200)
    expect([annotated().length, cluster.world.tick - began]).toEqual([nodes, 1])
  })

  it('closes nodes before it drives pods off the first of them', () => {
    const cluster = new BigCluster(nodes)
    const closed = () =>
      cluster.world.engine.server.storedList(Nodes).filter(({ spec }) => spec.unschedulable).length
    expect(mostInATick(cluster, `kubectl drain ${names.join(' ')}`, closed)).toBe(200)
    expect(closed()).toBe(nodes)
  })

  it('deletes at most 200 of them in a tick, and waits until all are gone', () => {
    const cluster = new BigCluster(20)
    cluster.deploy('web', 600)
    const deleted = () =>
      cluster.podsOf('web').filter(({ metadata }) => metadata.deletionTimestamp !== undefined).length
    const first = new Set(cluster.podsOf('web').map(({ metadata }) => metadata.uid))
    expect(mostInATick(cluster, 'kubectl delete pods -l app=web', deleted)).toBe(200)
    expect(cluster.podsOf('web').some(({ metadata }) => first.has(metadata.uid))).toBe(false)
  })
})

describe('a line about more objects than are read in a tick', () => {
  it('reads 10,000 in each, and is about them in the order of their names', () => {
    const cluster = new BigCluster(0)
    const { server } = cluster.world.engine
    cluster.type('kubectl create namespace big')
    cluster.wait('1s')
    for (let i = 0; i < 11_999; i++)
      server.create(user, ConfigMaps, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: `c-${(7919 * i) % 12_000}`, namespace: 'big' },
      } as ConfigMap)
    const pages: number[] = []
    const page = server.page.bind(server)
    server.page = (...asked) => {
      const read = page(...asked)
      pages.push(read.items.length)
      return read
    }
    const names = server.list(ConfigMaps, 'big').map(({ metadata }) => metadata.name)
    const printed = cluster.type('kubectl delete configmaps --all -n big')
    expect(pages).toEqual([10_000, 2000])
    expect(printed).toBe(names.map((name) => `configmap "${name}" deleted from big namespace\n`).join(''))
    expect(server.list(ConfigMaps, 'big')).toEqual([])
  })
})

describe('a drain', () => {
  it('asks for 200 evictions in a tick, and what is left of the node it has begun with', () => {
    const cluster = new BigCluster(20)
    cluster.deploy('web', 600)
    const { server } = cluster.world.engine
    // Pods that have ended are gone at once, and no kubelet says otherwise: nothing else would make the drain wait.
    cluster.type(`sim node fail ${names.slice(0, 20).join(' ')}`)
    for (const pod of cluster.podsOf('web'))
      server.patchStatus(user, Pods, pod, ({ status }) => ({ ...status, phase: 'Failed' }))
    const drained = cluster.podsOf('web').map(({ metadata }) => metadata)
    const gone = () => drained.filter(({ name }) => server.get(Pods, 'default', name) === undefined).length
    const evicted = mostInATick(cluster, `kubectl drain ${names.slice(0, 20).join(' ')}`, gone)
    expect(evicted).toBeGreaterThanOrEqual(200)
    expect(evicted).toBeLessThan(200 + 40)
    expect(gone()).toBe(600)
  })
})

describe('kubelets', () => {
  it('register at most 150 machines in a tick', () => {
    const cluster = new BigCluster(0)
    const registered = () => cluster.world.engine.server.storedList(Nodes).length
    cluster.type(`sim node add --count ${nodes}`)
    const counts: number[] = []
    cluster.pass(0.4, () => counts.push(registered()))
    expect(counts).toEqual([150, 300, nodes, nodes])
  })

  it('come back twenty in a tick where each finds forty pods, however much of a machine was mended', () => {
    const cluster = new BigCluster(60)
    const { heartbeats } = cluster.world.engine.server
    cluster.deploy('web', 2400)
    const failed = names.slice(0, 60)
    cluster.type(`sim node fail ${failed.join(' ')}`)
    cluster.wait('20s')
    cluster.type(`sim node recover ${failed.join(' ')}`)
    const counts: number[] = []
    cluster.pass(0.4, () => counts.push(failed.filter((name) => heartbeats.isBeating(name)).length))
    expect(counts).toEqual([20, 40, 60, 60])
  })

  it('look at no more than 1,000 pods in a tick', () => {
    const cluster = new BigCluster(50)
    cluster.deploy('web', 2000)
    const kubelets = cluster.world.components.all.find(({ name }) => name === 'kubelet')
    const turns = () => kubelets?.face?.turns ?? 0
    for (const { metadata } of cluster.podsOf('web'))
      cluster.world.engine.server.delete(user, Pods, 'default', metadata.name)
    let before = turns()
    const looks: number[] = []
    const waiting: number[] = []
    cluster.pass(0.4, () => {
      looks.push(turns() - before)
      before = turns()
      waiting.push(kubelets?.face?.waiting ?? 0)
    })
    expect(Math.max(...looks)).toBe(1000)
    expect(Math.max(...waiting)).toBeGreaterThan(500)
    expect(waiting.at(-1)).toBe(0)
  })
})

describe('a namespace that is deleted', () => {
  it('loses at most 1,000 objects in a tick, and its events at the end', () => {
    const cluster = new BigCluster(60)
    const { server } = cluster.world.engine
    cluster.type('kubectl create namespace big')
    cluster.wait('1s')
    cluster.type('kubectl create deployment web --image=web:1 --replicas=2500 -n big')
    const pods = () => server.list(Pods, 'big')
    cluster.until(() => pods().length === 2500 && pods().every(isPodReady))
    cluster.type('kubectl delete namespace big --wait=false')
    const going = () => 2500 - pods().filter(({ metadata }) => !metadata.deletionTimestamp).length
    let before = 0
    const counts: number[] = []
    cluster.until(
      () => going() === 2500,
      () => {
        if (going() > before) counts.push(going() - before)
        before = going()
      },
    )
    expect(counts).toEqual([1000, 1000, 500])
    cluster.until(() => server.get(Namespaces, '', 'big') === undefined)
    expect(pods()).toEqual([])
    expect(server.events().filter(({ metadata }) => metadata.namespace === 'big')).toEqual([])
  })
})

describe('controllers', () => {
  it('make at most 1,000 calls in a tick each, whatever their clients have saved up', () => {
    const cluster = new BigCluster(60)
    cluster.deploy('web', 2500)
    cluster.type('kubectl taint nodes --all broken=yes:NoExecute')
    const going = () =>
      cluster.podsOf('web').filter(({ metadata }) => metadata.deletionTimestamp !== undefined).length
    let before = going()
    let most = 0
    cluster.pass(2, () => {
      most = Math.max(most, going() - before)
      before = going()
    })
    // Each takes two: one says why, one deletes.
    expect(most).toBe(500)
  })
})

describe('nodes that are tainted', () => {
  it('have some 9,000 of their pods judged in a tick, and the others in the next', () => {
    const cluster = new BigCluster(100)
    cluster.deploy('web', 10_500)
    const { server } = cluster.world.engine
    for (const { metadata } of server.storedList(Nodes))
      server.patch(user, Nodes, '', metadata.name, (draft) => {
        draft.spec.taints = [{ key: 'broken', value: 'yes', effect: 'NoExecute' }]
        return draft
      })
    const controller = cluster.world.components.all.find(({ name }) => name === 'taint-eviction-controller')
    const judged = () =>
      (controller as ControllerRunner<{ evictions: Map<string, unknown> }>).memory.evictions.size
    const counts: number[] = []
    cluster.pass(0.2, () => counts.push(judged()))
    expect(counts[0]).toBeGreaterThan(8000)
    expect(counts[0]).toBeLessThan(10_000)
    expect(counts[1]).toBe(10_500)
  })
})

describe('autoscalers', () => {
  it('ask for 5,000 pods in a tick together; one that has not asked for all goes on in the next', () => {
    const cluster = new BigCluster(60)
    for (const name of ['big', 'small']) cluster.deploy(name, 3000)
    cluster.wait('30s')
    const { server } = cluster.world.engine
    const metrics = server.metrics as MetricSource
    let asked = 0
    server.metrics = {
      node: (name) => metrics.node(name),
      ofPod: (...whom) => metrics.ofPod(...whom),
      ofObject: (...whom) => metrics.ofObject(...whom),
      external: (...whom) => metrics.external(...whom),
      pod(...whom) {
        asked++
        return metrics.pod(...whom)
      },
    }
    for (const name of ['big', 'small'])
      cluster.type(`kubectl autoscale deployment ${name} --min=1 --max=3000 --cpu=500m`)
    const counts: number[] = []
    let before = asked
    cluster.pass(16, () => {
      if (asked > before) counts.push(asked - before)
      before = asked
    })
    expect(counts[0]).toBeGreaterThan(4900)
    expect(counts[0]).toBeLessThanOrEqual(5000)
    expect([counts.length, asked]).toEqual([2, 6000])
    for (const name of ['big', 'small']) {
      const found = scalingDecisions(cluster.world, 'default', name).map(({ metrics }) => metrics[0]?.pods)
      expect(found).toEqual([{ ready: 3000, unready: 0, missing: 0, ignored: 0 }])
    }
  })
})

describe('a cluster that comes up in rounds', () => {
  const line = `sim cluster --nodes ${nodes}`
  const found = () => new Sitting({ foundsInRounds: true, keyframes: 'off' })

  it('has at most 150 nodes more after each, before any time passes, and is what it would have been', () => {
    const sitting = found()
    const execution = sitting.execute(line)
    const counts: number[] = []
    while (execution.exit === undefined) {
      sitting.advance()
      counts.push(sitting.world.engine.server.storedList(Nodes).length)
    }
    expect(counts.slice(0, 4)).toEqual([150, 300, nodes, nodes])
    const whole = new Sitting({ keyframes: 'off' })
    whole.newCluster(line)
    expect([sitting.world.tick, sitting.hash]).toEqual([0, whole.hash])
  })

  it('is up before the next line is read, whoever was waiting for it', () => {
    const sitting = found()
    const founding = sitting.execute(line)
    sitting.advance()
    expect(sitting.execute('kubectl get nodes --no-headers').stdout.match(/ Ready /g)).toHaveLength(nodes)
    expect(founding.exit).toBe(0)
  })

  it('is up before anybody goes anywhere in time', () => {
    const sitting = found()
    sitting.execute(line)
    sitting.advance()
    sitting.seek({ tick: 10, applied: 0 })
    expect(sitting.world.engine.server.storedList(Nodes)).toHaveLength(nodes)
  })
})

describe('watch delivery', () => {
  it('tells of at most 20,000 changes in a tick; until the rest is told, caches are old', () => {
    const cluster = new BigCluster(nodes)
    const { world } = cluster
    const { server, state } = world.engine
    for (let round = 0; round < 10; round++)
      for (const name of names)
        server.patch(user, Nodes, '', name, (draft) => {
          draft.metadata.annotations = { round: String(round) }
          return draft
        })
    const written = state.registry.head
    const before = world.counters.changesDelivered
    cluster.sitting.advance()
    const told = world.counters.changesDelivered - before
    expect(told).toBeGreaterThanOrEqual(20_000)
    // The last write that is told is told to all who watch it.
    expect(told).toBeLessThan(20_000 + world.components.all.length)
    expect(world.undelivered).toBeGreaterThan(0)
    // What is written in a tick is told in the next: only the rest of what was written before is overdue.
    expect(world.overdue).toBe(written - world.delivered)
    const seen = world.components.all.map((component) => component.seen)
    expect(seen.every((revision) => revision === world.delivered && revision < written)).toBe(true)
    cluster.pass(1)
    expect([world.undelivered, world.overdue, world.delivered >= written]).toEqual([0, 0, true])
  })
})
