import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LabelSelector, Node, Pod, Service } from '../../api/types/index.ts'
import { draw, drawBelow } from '../../core/draw.ts'
import { ClusterCache } from '../cache/clusterCache.ts'
import { ClusterView } from '../cache/clusterView.ts'
import { Siblings } from '../cache/siblings.ts'
import { zoneLabel } from '../framework/nodeTree.ts'
import { podShape } from '../framework/podInfo.ts'
import { schedulePod } from '../framework/schedulePod.ts'
import { plainSnapshot } from '../framework/snapshot.ts'
import { NodeColumns } from './columns.ts'
import { FastPath } from './fastPath.ts'
import { LabelClasses } from './labelClasses.ts'

/** A draw by name: everything about a generated cluster follows from its seed. */
type Luck = (purpose: string, n: number, bound: number) => number

type Key = (name: string) => number

const ownKey: Key = (name) => draw(1, 'scheduler', name, 0)

describe('the quick path', () => {
  it('and the counts of the caches lead to the same nodes as looking at every pod', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 90, max: 500 })),
        (seed, nodeCount) => {
          const decided = compareDecisions(seed, nodeCount, 60)
          expect(decided).toBeGreaterThan(0)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('takes the first that it visits where even the keys of nodes are the same', () => {
    const cluster = new Cluster(
      (purpose, n, bound) => drawBelow(bound, 1, purpose, '', n),
      () => 1,
    )
    const zones = ['zone-a', 'zone-b', 'zone-c']
    for (const [n, zone] of zones.entries()) {
      const { metadata, spec, status } = cluster.node(0)
      const labels = { ...metadata.labels, [zoneLabel]: zone }
      cluster.cache.setNode({
        metadata: { name: `node-${n}`, labels },
        spec: { ...spec, taints: [] },
        status,
      } as unknown as Node)
    }
    const spec = { containers: [{ name: 'app', image: 'app:2' }] } as unknown as Pod['spec']
    const pod = { ...cluster.pod(0, 0), spec }
    for (const start of zones.keys()) {
      const { chosen } = cluster.byPlugins(pod, start)
      expect(chosen).toBe(`node-${start}`)
      expect(cluster.quick(pod, start)?.chosen).toBe(chosen)
    }
  })

  it('prefers the node with more of an image where all nodes hold it', () => {
    const cluster = new Cluster((purpose, n, bound) => drawBelow(bound, 1, purpose, '', n), ownKey)
    for (const [n, sizeBytes] of [300_000_000, 900_000_000, 300_000_000].entries()) {
      const { metadata, spec, status } = cluster.node(0)
      const name = `node-${n}`
      cluster.cache.setNode({
        metadata: { ...metadata, name },
        spec: { ...spec, taints: [] },
        status: { ...status, images: [{ names: ['app:1', 'app:2'], sizeBytes }] },
      } as unknown as Node)
    }
    for (let n = 0; n < 8; n++) expect(cluster.quick(cluster.pod(n, 0), n % 3)?.chosen).toBe('node-1')
  })

  it('leaves pods to the plugins that depend on other pods by more than sums', () => {
    const cluster = new Cluster((purpose, n, bound) => drawBelow(bound, 1, purpose, '', n), ownKey)
    cluster.cache.setNode(cluster.node(0))
    const plain = cluster.pod(0, 0)
    const constraint = { maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }
    const own = { ...plain, spec: { ...plain.spec, topologySpreadConstraints: [constraint] } } as Pod
    const ports = [{ containerPort: 80, hostPort: 80 }]
    const port = { ...plain, spec: { ...plain.spec, containers: [{ name: 'app', ports }] } } as Pod
    expect(cluster.quick(plain, 0)).toBeDefined()
    expect(cluster.quick(own, 0)).toBeUndefined()
    expect(cluster.quick(port, 0)).toBeUndefined()
  })

  it('leaves a pod to the plugins while a pod in place has affinity to it', () => {
    const cluster = new Cluster((purpose, n, bound) => drawBelow(bound, 1, purpose, '', n), ownKey)
    cluster.cache.setNode(cluster.node(0))
    const pod = cluster.pod(0, 0)
    const term = { labelSelector: { matchLabels: pod.metadata.labels }, topologyKey: 'zone' }
    const affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } }
    const guard = { ...cluster.pod(1, 1), spec: { containers: [], affinity } } as unknown as Pod
    cluster.cache.setPod(1, guard, 'node-0')
    expect(cluster.quick(pod, 0)).toBeUndefined()
    cluster.cache.removePod(1)
    expect(cluster.quick(pod, 0)).toBeDefined()
  })
})

/** Answers how many pods got a node; throws where the two ways differ. */
function compareDecisions(seed: number, nodeCount: number, pods: number): number {
  const luck: Luck = (purpose, n, bound) => drawBelow(bound, seed, purpose, '', n)
  const cluster = new Cluster(luck, ownKey)
  for (let n = 0; n < nodeCount; n++) cluster.cache.setNode(cluster.node(n))
  const placed: Pod[] = []
  let start = 0
  for (let n = 0; n < pods; n++) {
    const pod = cluster.pod(n, luck('template', n, 8))
    const { chosen, filtering } = cluster.byPlugins(pod, start)
    const quick = cluster.quick(pod, start) ?? cluster.byCounts(pod, start)
    expect({ pod: n, ...quick }).toEqual({ pod: n, chosen, visited: filtering.visited })
    start = (start + filtering.visited) % nodeCount
    if (chosen !== undefined) {
      cluster.cache.setPod(slotOf(pod), pod, chosen)
      placed.push(pod)
    }
    cluster.change(n, nodeCount, placed)
  }
  return placed.length
}

class Cluster {
  readonly cache = new ClusterCache()
  readonly #luck: Luck
  readonly #nodeKey: Key
  readonly #siblings: Siblings
  readonly #view: ClusterView
  readonly #fast: FastPath
  readonly #labels: Record<string, string>[] = []
  readonly #specs: Pod['spec'][] = []
  readonly #selectors = new Map<string, LabelSelector>()

  constructor(luck: Luck, nodeKey: Key) {
    this.#luck = luck
    this.#nodeKey = nodeKey
    this.#siblings = new Siblings((_kind, _namespace, name) => this.#selectors.get(name))
    const columns = new NodeColumns()
    const classes = new LabelClasses(this.cache, columns)
    this.#view = new ClusterView(this.cache, this.#siblings, classes)
    this.#fast = new FastPath(this.cache, columns, classes, nodeKey)
  }

  quick(pod: Pod, start: number) {
    const cycle = { pod, shape: podShape(pod.spec), snapshot: this.#view }
    return this.#fast.decide(cycle, start, this.#nodeKey(pod.metadata.uid))
  }

  /** The plugins, with what the caches have counted. */
  byCounts(pod: Pod, start: number) {
    const keys = { pod: this.#nodeKey(pod.metadata.uid), node: this.#nodeKey }
    const cycle = { pod, shape: podShape(pod.spec), snapshot: this.#view }
    const { chosen, filtering } = schedulePod(cycle, start, keys)
    return { chosen, visited: filtering.visited }
  }

  /** The plugins, with every pod looked at. */
  byPlugins(pod: Pod, start: number) {
    const keys = { pod: this.#nodeKey(pod.metadata.uid), node: this.#nodeKey }
    const snapshot = plainSnapshot(this.cache.nodes, { siblings: (one) => this.#siblings.selectorOf(one) })
    return schedulePod({ pod, shape: podShape(pod.spec), snapshot }, start, keys)
  }

  /** `version`: the same node after a change. */
  node(n: number, version = 0): Node {
    const luck = (purpose: string, bound: number) => this.#luck(`node ${purpose} ${version}`, n, bound)
    const zone = luck('zone', 4)
    const effects = ['NoSchedule', 'PreferNoSchedule', 'PreferNoSchedule']
    const taints =
      luck('taint', 4) === 0 ? [{ key: 't', value: 'v', effect: effects[luck('effect', 3)] }] : []
    const images = luck('image', 3) === 0 ? [{ names: ['app:1'], sizeBytes: 300_000_000 }] : []
    return {
      metadata: {
        name: `node-${n}`,
        labels: {
          ...(luck('host', 10) === 0 ? {} : { 'kubernetes.io/hostname': `node-${n}` }),
          ...(zone === 3 ? {} : { 'topology.kubernetes.io/zone': `zone-${zone}` }),
          disk: luck('disk', 2) === 0 ? 'ssd' : 'hdd',
        },
      },
      spec: { taints, ...(luck('cordon', 12) === 0 ? { unschedulable: true } : {}) },
      status: {
        allocatable: {
          cpu: `${1 + luck('cpu', 4)}`,
          memory: `${1 + luck('memory', 8)}Gi`,
          pods: `${2 + luck('pods', 20)}`,
        },
        images,
      },
    } as unknown as Node
  }

  pod(n: number, template: number): Pod {
    const luck = (purpose: string, bound: number) => this.#luck(`pod ${purpose}`, template, bound)
    this.#labels[template] ??= { app: `app-${template}`, tier: `tier-${template % 2}` }
    this.#specs[template] ??= this.#spec(luck)
    const owned = luck('owned', 3) > 0
    if (owned)
      this.#selectors.set(
        `rs-${template}`,
        this.#selectors.get(`rs-${template}`) ?? { matchLabels: { app: `app-${template}` } },
      )
    const owner = {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      name: `rs-${template}`,
      uid: `rs-${template}`,
      controller: true,
    }
    return {
      metadata: {
        name: `pod-${n}`,
        uid: `pod-${n}`,
        namespace: 'default',
        labels: this.#labels[template],
        ...(owned ? { ownerReferences: [owner] } : {}),
      },
      spec: this.#specs[template],
      status: {},
    } as unknown as Pod
  }

  #spec(luck: (purpose: string, bound: number) => number): Pod['spec'] {
    const requests = [{}, { cpu: '100m', memory: '64Mi' }, { cpu: '250m' }, { cpu: '300m', memory: '1Gi' }][
      luck('requests', 4)
    ]
    const others = { labelSelector: { matchLabels: { tier: 'tier-0' } }, topologyKey: zoneLabel }
    const spread = {
      ...others,
      maxSkew: 2,
      whenUnsatisfiable: ['DoNotSchedule', 'ScheduleAnyway'][luck('hard', 2)],
    }
    const disk = { key: 'disk', operator: 'In', values: ['ssd'] }
    const preferred = [{ weight: 30, preference: { matchExpressions: [disk] } }]
    return {
      // The second image lies on no node, so that nothing but resources and siblings tells nodes apart for some pods.
      containers: [{ name: 'app', image: `app:${1 + luck('image', 2)}`, resources: { requests } }],
      ...(luck('tolerates', 2) === 0 ? { tolerations: [{ key: 't', operator: 'Exists' }] } : {}),
      ...(luck('selector', 4) === 0 ? { nodeSelector: { disk: 'ssd' } } : {}),
      affinity: {
        ...(luck('prefers', 3) === 0
          ? { nodeAffinity: { preferredDuringSchedulingIgnoredDuringExecution: preferred } }
          : {}),
        ...(luck('near', 6) === 0
          ? {
              podAffinity: {
                preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 5, podAffinityTerm: others }],
              },
            }
          : {}),
        ...(luck('away', 8) === 0
          ? { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [others] } }
          : {}),
      },
      ...(luck('spread', 5) === 0 ? { topologySpreadConstraints: [spread] } : {}),
    } as unknown as Pod['spec']
  }

  /** Now and then a pod goes or is being deleted, a node changes, goes or comes, or a Service selects some pods. */
  change(n: number, nodeCount: number, placed: Pod[]): void {
    const node = this.#luck('changed node', n, nodeCount)
    const pod = placed[this.#luck('changed pod', n, Math.max(1, placed.length))]
    const tier = `tier-${this.#luck('tier', n, 2)}`
    const metadata = { name: tier, namespace: 'default' }
    switch (this.#luck('change', n, 10)) {
      case 0:
        if (pod !== undefined) this.cache.removePod(slotOf(pod))
        break
      case 1:
        if (pod !== undefined) this.#startDeleting(pod)
        break
      case 2:
        this.cache.setNode(this.node(node, n))
        break
      case 3:
        if (nodeCount > 1) this.cache.removeNode(`node-${node}`)
        this.cache.setNode(this.node(node, n))
        break
      case 4:
        this.#siblings.setService({ metadata, spec: { selector: { tier } } } as unknown as Service)
        break
      case 5:
        this.#siblings.removeService({ metadata, spec: {} } as unknown as Service)
        break
    }
  }

  #startDeleting(pod: Pod): void {
    const node = this.cache.nodeOf(slotOf(pod))
    const metadata = { ...pod.metadata, deletionTimestamp: '2026-01-01T00:00:00Z' }
    if (node !== undefined) this.cache.setPod(slotOf(pod), { ...pod, metadata }, node)
  }
}

/** Pods are named by their numbers. */
function slotOf({ metadata }: Pod): number {
  return 1 + Number(metadata.name.slice('pod-'.length))
}
