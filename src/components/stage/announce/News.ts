/** What has happened since it was last told: gathered from frames, merged, and said in one breath. */
import type { Slots, Text } from '../../../i18n/index.ts'
import {
  type DeploymentCard,
  type Frame,
  type Look,
  looks,
  podColumn,
  podWords,
  sumColumn,
  sumWords,
  type World,
} from '../../../state/index.ts'
import { words } from './words.ts'

export interface Sentence {
  readonly text: Text
  readonly slots: Slots
}

/** More than this at once, and nobody listens. */
const mostSentences = 6

const nodeWords = { True: words.nodeReady, False: words.nodeNotReady, Unknown: words.nodeUnknown } as const

export class News {
  /** The last look told of every pod, to see what a change changes. */
  readonly #looks = new Map<number, Look>()
  readonly #deployments = new Map<number, DeploymentCard>()
  readonly #other = new Map<string, Sentence>()
  #created = 0
  #gone = 0
  #failed = 0

  get isEmpty(): boolean {
    return this.#created + this.#gone + this.#failed + this.#deployments.size + this.#other.size === 0
  }

  take(frame: Frame, before: World, now: World): void {
    if (frame.whole) this.#beginAnew()
    this.#takePods(frame)
    if (frame.whole) return this.#forget()
    for (const { slot } of frame.deployments.changed) this.#takeDeployment(slot, before, now)
    for (let at = 0; at < frame.sums.length; at += sumWords)
      this.#takeDeployment(frame.sums[at + sumColumn.slot] as number, before, now)
    this.#takeNodes(frame, before)
    this.#takeLoops(before, now)
    if (before.apiServer !== now.apiServer) this.#note('api', now.apiServer ? words.apiUp : words.apiDown, {})
  }

  /** All of it, most telling first; and then there is nothing. */
  tell(): readonly Sentence[] {
    const counted = [
      { text: words.created, slots: { n: this.#created } },
      { text: words.deleted, slots: { n: this.#gone } },
      { text: words.failed, slots: { n: this.#failed } },
    ].filter(({ slots }) => slots.n > 0)
    const ready = [...this.#deployments.values()].map(({ name, ready, desired }) => ({
      text: words.ready,
      slots: { name, ready, desired },
    }))
    const all = [...this.#other.values(), ...counted, ...ready]
    this.#forget()
    return all.slice(0, mostSentences)
  }

  #beginAnew(): void {
    this.#looks.clear()
  }

  #forget(): void {
    this.#created = 0
    this.#gone = 0
    this.#failed = 0
    this.#deployments.clear()
    this.#other.clear()
  }

  #takePods({ pods }: Frame): void {
    for (let at = 0; at < pods.length; at += podWords) {
      const slot = pods[at + podColumn.slot] as number
      const look = looks[(pods[at + podColumn.state] as number) & 15] as Look
      const last = this.#looks.get(slot)
      if (look === 'gone') this.#looks.delete(slot)
      else this.#looks.set(slot, look)
      if (last === undefined && look !== 'gone') this.#created++
      if (last !== undefined && look === 'gone') this.#gone++
      if (last !== 'failed' && look === 'failed') this.#failed++
    }
  }

  #takeDeployment(slot: number, before: World, now: World): void {
    const card = now.deployments.get(slot)
    if (card === undefined) return
    const known = before.deployments.get(slot)
    if (known?.ready !== card.ready || known?.desired !== card.desired) this.#deployments.set(slot, card)
  }

  #takeNodes({ nodes }: Frame, before: World): void {
    for (const { slot, name, ready } of nodes.changed)
      if (before.nodes.get(slot)?.ready !== ready) this.#note(`node/${slot}`, nodeWords[ready], { name })
    for (const slot of nodes.gone) {
      const name = before.nodes.get(slot)?.name
      if (name !== undefined) this.#note(`node/${slot}`, words.nodeGone, { name })
    }
  }

  #takeLoops(before: World, now: World): void {
    if (before.loops === now.loops) return
    const slept = new Map(before.loops.map(({ name, asleep }) => [name, asleep]))
    for (const { name, asleep } of now.loops)
      if (slept.has(name) && slept.get(name) !== asleep)
        this.#note(`loop/${name}`, asleep ? words.asleep : words.awake, { name })
  }

  /** What is news of the same thing takes the place of what was. */
  #note(about: string, text: Text, slots: Slots): void {
    this.#other.delete(about)
    this.#other.set(about, { text, slots })
  }
}
