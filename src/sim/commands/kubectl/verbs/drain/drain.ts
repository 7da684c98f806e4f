/** A drain under way: one node after the other, all pods of a node at once. */
import type { Kind } from '../../../../api/kind.ts'
import { Nodes } from '../../../../api/kinds/node/index.ts'
import { Pods } from '../../../../api/kinds/pod/index.ts'
import { isStatus } from '../../../../api/status.ts'
import type { Node, Pod } from '../../../../api/types/index.ts'
import type { Tick } from '../../../../core/clock.ts'
import type { DryRun } from '../../dryRun.ts'
import { CommandError } from '../../errors.ts'
import { durationText } from '../../flags/duration.ts'
import { printDone } from '../../mutate.ts'
import type { Call, Waiting } from '../../verb.ts'
import { deadlineAfter, isPast } from '../../waiting.ts'
import { podsToGo } from './podsToGo.ts'

export class Drain implements Waiting {
  readonly wakeAt: Tick
  readonly #call: Call
  readonly #dryRun: DryRun
  /** Nodes not yet begun. */
  #nodes: readonly Node[]
  #node: Node | undefined
  /** Pods of the present node that are still there. */
  #leaving: readonly Pod[] = []
  readonly #failures: { readonly node: string; readonly texts: readonly string[] }[] = []

  constructor(call: Call, nodes: readonly Node[], dryRun: DryRun) {
    this.#call = call
    this.#nodes = nodes
    this.#dryRun = dryRun
    this.wakeAt = deadlineAfter(call, call.flags.seconds('timeout'))
  }

  poll(): boolean {
    for (;;) {
      if (this.#node === undefined && !this.#beginNext()) return this.#end()
      this.#dropGone()
      if (this.#leaving.length > 0 && !isPast(this.#call, this.wakeAt)) return false
      if (this.#leaving.length > 0) this.#giveUp()
      else if (this.#node !== undefined) this.#drained(this.#node)
    }
  }

  #beginNext(): boolean {
    const [node, ...rest] = this.#nodes
    if (node === undefined) return false
    this.#nodes = rest
    this.#node = node
    const { pods, warnings, errors } = podsToGo(this.#call, node.metadata.name)
    if (errors.length > 0) this.#fail(node, errors)
    else {
      if (warnings !== '') this.#call.output.warn(warnings)
      this.#evict(this.#dryRun === 'none' ? asStarted(pods) : pods)
    }
    return true
  }

  #evict(pods: readonly Pod[]): void {
    const { output } = this.#call
    for (const pod of pods) {
      const { namespace = '', name } = pod.metadata
      output.print(`evicting pod ${namespace}/${name}${this.#dryRun === 'none' ? '' : ' (dry run)'}\n`)
    }
    if (this.#dryRun !== 'none') return
    for (const pod of pods) this.#evictOne(pod)
    this.#leaving = pods
  }

  #evictOne(pod: Pod): void {
    const seconds = this.#call.flags.number('grace-period')
    try {
      this.#call.api.evict(pod, seconds < 0 ? undefined : seconds, !this.#call.flags.on('disable-eviction'))
    } catch (error) {
      if (!isStatus(error, 'NotFound')) throw error
    }
  }

  #dropGone(): void {
    const { api, output, flags } = this.#call
    const words = flags.on('disable-eviction') ? 'deleted' : 'evicted'
    this.#leaving = this.#leaving.filter((pod) => {
      const { namespace = '', name, uid } = pod.metadata
      const isThere = api.get(Pods as Kind, namespace, name)?.metadata.uid === uid
      if (!isThere) output.print(`pod/${name} ${words}\n`)
      return isThere
    })
  }

  #drained(node: Node): void {
    printDone(this.#call, { kind: Nodes as Kind, object: node }, 'drained', this.#dryRun)
    this.#node = undefined
  }

  #giveUp(): void {
    const node = this.#node as Node
    const reached = `global timeout reached: ${durationText(this.#call.flags.seconds('timeout') || 1800)}`
    const texts = this.#leaving.map(
      ({ metadata }) =>
        `error when waiting for pod ${JSON.stringify(metadata.name)} in namespace ${JSON.stringify(metadata.namespace)} to terminate: ${reached}`,
    )
    const { output } = this.#call
    output.printError(
      `There are pending pods in node ${JSON.stringify(node.metadata.name)} when an error occurred: ${aggregate(texts)}\n`,
    )
    for (const pod of this.#leaving) output.printError(`pod/${pod.metadata.name}\n`)
    this.#leaving = []
    this.#fail(node, texts)
  }

  #fail(node: Node, texts: readonly string[]): void {
    const { name } = node.metadata
    this.#failures.push({ node: name, texts })
    this.#call.output.printError(
      `error: unable to drain node ${JSON.stringify(name)} due to error: ${aggregate(texts)}, continuing command...\n`,
    )
    this.#node = undefined
  }

  #end(): boolean {
    if (this.#failures.length === 0) return true
    const nodes = this.#failures.map(({ node }) => ` ${node}\n`).join('')
    this.#call.output.printError(`There are pending nodes to be drained:\n${nodes}`)
    throw new CommandError(this.#failures.flatMap(({ texts }) => texts).join('\n'), { bare: true })
  }
}

function aggregate(texts: readonly string[]): string {
  return texts.length === 1 ? (texts[0] as string) : `[${texts.join(', ')}]`
}

/** Each pod has a thread of its own in the real tool, and the one started last is the first to run. */
function asStarted(pods: readonly Pod[]): readonly Pod[] {
  return [...pods.slice(-1), ...pods.slice(0, -1)]
}
