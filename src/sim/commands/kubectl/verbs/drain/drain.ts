/**
 * A drain under way: one node after the other, all pods of a node at once. A pod whose disruption budget refuses is asked
 * again every five seconds.
 */
import type { Kind } from '../../../../api/kind.ts'
import { Nodes } from '../../../../api/kinds/node/index.ts'
import { Pods } from '../../../../api/kinds/pod/index.ts'
import { StatusError } from '../../../../api/status.ts'
import type { Node, Pod } from '../../../../api/types/index.ts'
import { type Tick, ticksOf } from '../../../../core/clock.ts'
import type { DryRun } from '../../dryRun.ts'
import { CommandError } from '../../errors.ts'
import { durationText } from '../../flags/duration.ts'
import { turnsPerTick } from '../../inTurns.ts'
import { printDone } from '../../mutate.ts'
import type { Call, Waiting } from '../../verb.ts'
import { deadlineAfter, isPast } from '../../waiting.ts'
import { podsToGo } from './podsToGo.ts'

const retryAfter = ticksOf(5)

/** A pod on its way out. */
interface Going {
  readonly pod: Pod
  /** When its eviction is asked for again; undefined: it was granted. */
  readonly retryAt: Tick | undefined
}

export class Drain implements Waiting {
  readonly #deadline: Tick
  readonly #call: Call
  readonly #dryRun: DryRun
  /** Nodes not yet begun. */
  #nodes: readonly Node[]
  #node: Node | undefined
  /** Pods of the present node that are still there. */
  #going: readonly Going[] = []
  /** What went wrong with pods of the present node. */
  #texts: string[] = []
  /** Evictions asked for since the last look began: the next node waits for the next tick where these are many. */
  #asked = 0
  readonly #failures: { readonly node: string; readonly texts: readonly string[] }[] = []

  constructor(call: Call, nodes: readonly Node[], dryRun: DryRun) {
    this.#call = call
    this.#nodes = nodes
    this.#dryRun = dryRun
    this.#deadline = deadlineAfter(call, call.flags.seconds('timeout'))
  }

  get wakeAt(): Tick {
    if (this.#node === undefined) return this.#call.session.engine.state.tick + 1
    const granted = this.#going.some(({ retryAt }) => retryAt === undefined)
    const retries = this.#going.flatMap(({ retryAt }) => retryAt ?? [])
    return Math.min(granted || retries.length === 0 ? this.#deadline : Number.POSITIVE_INFINITY, ...retries)
  }

  poll(): boolean {
    this.#asked = 0
    for (;;) {
      if (this.#asked >= turnsPerTick && this.#node === undefined) return false
      if (this.#node === undefined && !this.#beginNext()) return this.#end()
      this.#askAgain()
      this.#dropGone()
      if (this.#going.length > 0) return false
      if (this.#texts.length > 0) this.#giveUp()
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
    this.#going = pods.flatMap((pod) => this.#ask(pod))
  }

  /** Answers what is to be waited for; a pod that cannot be evicted at all is noted as failed. */
  #ask(pod: Pod): readonly Going[] {
    const { api, flags, output, session } = this.#call
    const seconds = flags.number('grace-period')
    this.#asked++
    try {
      api.evict(pod, seconds < 0 ? undefined : seconds, !flags.on('disable-eviction'))
    } catch (error) {
      if (!(error instanceof StatusError)) throw error
      const { namespace = '', name } = pod.metadata
      const where = `error when evicting pods/${JSON.stringify(name)} -n ${JSON.stringify(namespace)}`
      if (error.reason === 'TooManyRequests') {
        output.printError(`${where} (will retry after 5s): ${error.message}\n`)
        return [{ pod, retryAt: session.engine.state.tick + retryAfter }]
      }
      if (error.reason !== 'NotFound') {
        this.#texts.push(`${where}: ${error.message}`)
        return []
      }
    }
    return [{ pod, retryAt: undefined }]
  }

  /** Once the time is up, nobody is asked again, though the real tool says so. */
  #askAgain(): void {
    const { tick } = this.#call.session.engine.state
    this.#going = this.#going.flatMap((one) => {
      if (one.retryAt === undefined || one.retryAt > tick) return one
      const { namespace = '', name } = one.pod.metadata
      this.#call.output.print(`evicting pod ${namespace}/${name}\n`)
      if (isPast(this.#call, this.#deadline)) {
        const where = `error when evicting pods/${JSON.stringify(name)} -n ${JSON.stringify(namespace)}`
        this.#texts.push(`${where}: ${this.#reached()}`)
        return []
      }
      return this.#ask(one.pod)
    })
  }

  #dropGone(): void {
    const { api, output, flags } = this.#call
    const words = flags.on('disable-eviction') ? 'deleted' : 'evicted'
    this.#going = this.#going.filter(({ pod, retryAt }) => {
      if (retryAt !== undefined) return true
      const { namespace = '', name, uid } = pod.metadata
      const isThere = api.get(Pods as Kind, namespace, name)?.metadata.uid === uid
      if (!isThere) output.print(`pod/${name} ${words}\n`)
      if (!isThere || !isPast(this.#call, this.#deadline)) return isThere
      this.#texts.push(
        `error when waiting for pod ${JSON.stringify(name)} in namespace ${JSON.stringify(namespace)} to terminate: ${this.#reached()}`,
      )
      return false
    })
  }

  #reached(): string {
    return `global timeout reached: ${durationText(this.#call.flags.seconds('timeout') || 1800)}`
  }

  #drained(node: Node): void {
    printDone(this.#call, { kind: Nodes as Kind, object: node }, 'drained', this.#dryRun)
    this.#node = undefined
  }

  #giveUp(): void {
    const node = this.#node as Node
    const { output } = this.#call
    const texts = this.#texts
    this.#texts = []
    output.printError(
      `There are pending pods in node ${JSON.stringify(node.metadata.name)} when an error occurred: ${aggregate(texts)}\n`,
    )
    const { pods } = podsToGo(this.#call, node.metadata.name)
    for (const { metadata } of pods) output.printError(`pod/${metadata.name}\n`)
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
