/** Pods that fit nowhere, and the pool that grows for them (cluster-autoscaler/core/scaleup/orchestrator/orchestrator.go). */
import { controllerOf } from '../../api/kinds/owners.ts'
import { podRequests } from '../../api/podRequests.ts'
import { toMilli, toWhole } from '../../api/quantity.ts'
import type { Pod } from '../../api/types/index.ts'
import type { AutoscalerOptions } from '../../client/autoscalerOptions.ts'
import type { CloudProvider, NodePool } from '../../client/cloudProvider.ts'
import { tickOfTime, ticksOf } from '../../core/clock.ts'
import { drawBelow } from '../../core/draw.ts'
import { type Cause, causedBy, mergeCauses } from '../../core/ledger.ts'
import { isBackedOff } from './backOff.ts'
import type { PoolVerdict } from './decisions.ts'
import { estimate, paperName } from './estimate.ts'
import { choose, type Option, rate, wasted } from './expanders.ts'
import type { Context } from './memory.ts'
import type { Picture } from './picture.ts'
import { sayOfCluster } from './statusMap.ts'
import { templateNode } from './template.ts'

export type Outcome = 'nothing to do' | 'too early' | 'grown' | 'no pool helps'

/** Pods younger than this may still have company coming. */
const newness = ticksOf(2)
const maxSizeReached = 'max node group size reached'
const inBackOff = 'in backoff after failed scale-up'

export function scaleUp(
  context: Context,
  picture: Picture,
  cloud: CloudProvider,
  options: AutoscalerOptions,
): Outcome {
  const pods = withoutHelped(picture)
  if (pods.length === 0) return 'nothing to do'
  if (pods.every(({ metadata }) => tickOfTime(metadata.creationTimestamp) + newness > context.tick))
    return 'too early'
  const offers = picture.pools.map((pool) => offerOf(context, picture, cloud, pool, pods))
  const best = chosenOffer(context, offers, options)
  noteDecision(context, offers, best, pods.length, options)
  if (best === undefined) {
    for (const pod of pods) sayNotTriggered(context, pod, offers)
    return 'no pool helps'
  }
  grow(context, cloud, best, options)
  return 'grown'
}

/** What a pool has to offer: machines, or reasons why not. */
interface Offer {
  readonly pool: NodePool
  readonly option?: Option
  readonly pods: readonly Pod[]
  /** Why not at all, or why not for a pod. */
  readonly skipped?: string
  readonly refusals: ReadonlyMap<string, readonly string[]>
}

/** Pods for which there is room by now, or will be: they are put there on paper. Like pods fare alike. */
function withoutHelped({ unschedulable, trial, nodes, upcoming }: Picture): readonly Pod[] {
  const names = [...nodes.map(({ metadata }) => metadata.name), ...[...upcoming.values()].flat()]
  const hopeless = new Set<string>()
  return byPriority(unschedulable).filter((pod) => {
    const promised = pod.status.nominatedNodeName
    if (promised !== undefined) {
      trial.place(pod, promised)
      return false
    }
    const kin = kinOf(pod)
    if (hopeless.has(kin)) return true
    const node = trial.firstFit(pod, names)
    if (node === undefined) hopeless.add(kin)
    else trial.place(pod, node)
    return node === undefined
  })
}

function byPriority(pods: readonly Pod[]): readonly Pod[] {
  return [...pods].sort((a, b) => (b.spec.priority ?? 0) - (a.spec.priority ?? 0))
}

/** The pods of one controller are alike; a pod on its own is like no other. */
function kinOf(pod: Pod): string {
  return controllerOf(pod)?.uid ?? pod.metadata.uid
}

function offerOf(
  { memory, tick }: Context,
  picture: Picture,
  cloud: CloudProvider,
  pool: NodePool,
  pods: readonly Pod[],
): Offer {
  const none = { pool, pods: [], refusals: new Map() }
  const room = pool.max - pool.machines.length
  if (isBackedOff(memory.backOffs.get(pool.name), tick)) return { ...none, skipped: inBackOff }
  if (room <= 0) return { ...none, skipped: maxSizeReached }
  const zones = cloud.nextZones(pool.name, room)
  const refusals = refusalsBy(picture, pool, zones, pods)
  const fitting = pods.filter((pod) => !refusals.has(kinOf(pod)))
  const { nodes, pods: held } = estimate(picture.trial, pool, zones, fitting)
  if (nodes === 0) return { ...none, refusals }
  return { pool, pods: held, refusals, option: optionOf(pool, nodes, held) }
}

/** Why pods do not even fit on an empty machine of the pool, by kin. */
function refusalsBy(
  { trial }: Picture,
  pool: NodePool,
  zones: readonly string[],
  pods: readonly Pod[],
): ReadonlyMap<string, readonly string[]> {
  const name = paperName(pool, 0)
  trial.addNode(templateNode(pool, name, zones[0] as string), [])
  const known = new Map<string, readonly string[] | undefined>()
  for (const pod of pods) if (!known.has(kinOf(pod))) known.set(kinOf(pod), trial.refusal(pod, name))
  trial.removeNode(name)
  const refused = [...known].filter((entry): entry is [string, readonly string[]] => entry[1] !== undefined)
  return new Map(refused)
}

function optionOf(pool: NodePool, nodes: number, pods: readonly Pod[]): Option {
  const asked = pods.map(({ spec }) => podRequests(spec))
  return {
    pool: pool.name,
    nodes,
    pods: pods.length,
    cpu: asked.reduce((sum, { cpu = 0 }) => sum + cpu, 0),
    memory: asked.reduce((sum, { memory = 0 }) => sum + memory, 0),
    nodeCpu: toMilli(pool.cpu),
    nodeMemory: toWhole(pool.memory),
    price: pool.price,
  }
}

function ratedOptions(offers: readonly Offer[], { expander, priorities }: AutoscalerOptions) {
  return rate(
    expander,
    offers.flatMap(({ option }) => option ?? []),
    priorities,
  )
}

function chosenOffer(
  { engine, tick }: Context,
  offers: readonly Offer[],
  options: AutoscalerOptions,
): Offer | undefined {
  const draw = (below: number) => drawBelow(below, engine.state.seed, 'expander', options.expander, tick)
  const best = choose(ratedOptions(offers, options), draw)
  return offers.find(({ option }) => option !== undefined && option === best)
}

function grow(
  context: Context,
  cloud: CloudProvider,
  { pool, pods, option }: Offer,
  { maxProvisionTime }: AutoscalerOptions,
): void {
  const { memory, client, tick } = context
  const { name, max } = pool
  const before = pool.machines.length
  const count = (option as Option).nodes
  const after = before + count
  const sizes = `size to ${after} instead of ${before} (max: ${max})`
  client.cause = causeIn(pods)
  sayOfCluster(context, 'Normal', 'ScaledUpGroup', `Scale-up: setting group ${name} ${sizes}`)
  cloud.grow(name, count, client.cause.last)
  sayOfCluster(
    context,
    'Normal',
    'ScaledUpGroup',
    `Scale-up: group ${name} size set to ${after} instead of ${before} (max: ${max})`,
  )
  const increase = (memory.requests.get(name)?.increase ?? 0) + count
  memory.requests.set(name, { since: tick, until: tick + maxProvisionTime, increase })
  memory.lastScaleUp = tick
  const message = `pod triggered scale-up: [{${name} ${before}->${after} (max: ${max})}]`
  for (const pod of pods) client.event(pod, { type: 'Normal', reason: 'TriggeredScaleUp', message })
}

/** The writes that said these pods fit nowhere. */
function causeIn(pods: readonly Pod[]): Cause {
  const revisions = pods.map(({ metadata }) => Number(metadata.resourceVersion)).sort((a, b) => a - b)
  return revisions.map(causedBy).reduce(mergeCauses)
}

function sayNotTriggered({ client }: Context, pod: Pod, offers: readonly Offer[]): void {
  const counts = new Map<string, number>()
  for (const { skipped, refusals } of offers) {
    const reasons = skipped === undefined ? (refusals.get(kinOf(pod)) ?? []) : [skipped]
    for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const texts = [...counts].map(([reason, count]) => `${count} ${reason}`).sort()
  const message = `pod didn't trigger scale-up: ${texts.join(', ')}`
  client.event(pod, { type: 'Normal', reason: 'NotTriggerScaleUp', message })
}

function noteDecision(
  { memory, tick }: Context,
  offers: readonly Offer[],
  best: Offer | undefined,
  pods: number,
  options: AutoscalerOptions,
): void {
  const rated = ratedOptions(offers, options)
  memory.scaleUp = {
    at: tick,
    expander: options.expander,
    pods,
    pools: offers.map((offer) =>
      verdictOn(offer, rated.find(({ option }) => option === offer.option)?.score),
    ),
    ...(best === undefined ? {} : { chosen: best.pool.name }),
    added: best?.option?.nodes ?? 0,
  }
}

function verdictOn({ pool, option, skipped, refusals }: Offer, score: number | undefined): PoolVerdict {
  const size = { pool: pool.name, size: pool.machines.length, max: pool.max }
  if (option === undefined || score === undefined) {
    const reasons = skipped === undefined ? [...new Set([...refusals.values()].flat())].sort() : [skipped]
    return { ...size, reasons }
  }
  const { cpu, memory } = wasted(option)
  return { ...size, nodes: option.nodes, pods: option.pods, wastedCpu: cpu, wastedMemory: memory, score }
}
