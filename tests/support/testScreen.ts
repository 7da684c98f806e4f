/** A screen without pixels: what one knows who was given some frames, as plain data that can be compared. */
import {
  type Frame,
  type GapGroup,
  type LoopCard,
  loopColumn,
  loopWords,
  type Mark,
  podColumn,
  podWords,
  sampleColumn,
  sampleWords,
  sumColumn,
  sumWords,
} from '../../src/lab/frame/format.ts'
import { NodeLoads } from '../../src/state/nodeLoads.ts'

export class TestScreen {
  readonly pods = new Map<number, { name: string; words: readonly number[] }>()
  readonly nodes = new Map<number, object>()
  readonly deployments = new Map<number, object>()
  readonly replicaSets = new Map<number, object>()
  readonly services = new Map<number, object>()
  loops: readonly LoopCard[] = []
  gaps: readonly GapGroup[] = []
  marks: readonly Mark[] = []
  samples: number[][] = []
  gapCount = 0
  loads = new NodeLoads()
  tick = -1

  show(frame: Frame): this {
    if (frame.whole) this.#clear()
    this.tick = frame.tick
    this.#showPods(frame)
    for (const kind of ['nodes', 'deployments', 'replicaSets', 'services'] as const) {
      for (const card of frame[kind].changed) this[kind].set(card.slot, card)
      for (const slot of frame[kind].gone) this[kind].delete(slot)
    }
    this.#showSums(frame)
    this.#showLoops(frame)
    this.#showGaps(frame)
    this.#showRequests(frame)
    this.marks = frame.marks ?? this.marks
    this.gapCount = frame.gapCount
    this.#showSamples(frame)
    return this
  }

  #clear(): void {
    for (const shown of [this.pods, this.nodes, this.deployments, this.replicaSets, this.services])
      shown.clear()
    this.loads = new NodeLoads()
    this.loops = []
    this.gaps = []
    this.marks = []
    this.samples = []
  }

  #showPods({ pods, podNames }: Frame): void {
    const names = new Map(podNames.map(([slot, namespace, name]) => [slot, `${namespace}/${name}`]))
    for (let at = 0; at < pods.length; at += podWords) {
      const words = [...pods.subarray(at, at + podWords)]
      const slot = words[podColumn.slot] as number
      const name = names.get(slot) ?? this.pods.get(slot)?.name
      if (name === undefined) throw new Error(`pod ${slot} has no name`)
      if (((words[podColumn.state] as number) & 15) === 0) this.pods.delete(slot)
      else this.pods.set(slot, { name, words })
    }
  }

  #showSums({ sums }: Frame): void {
    for (let at = 0; at < sums.length; at += sumWords) {
      const slot = sums[at + sumColumn.slot] as number
      const [desired, actual] = [sums[at + sumColumn.desired], sums[at + sumColumn.actual]]
      for (const [cards, numbers] of [
        [this.deployments, { desired, ready: actual }],
        [this.replicaSets, { desired, actual }],
        [this.services, { endpoints: actual }],
      ] as const) {
        const card = cards.get(slot)
        if (card !== undefined) cards.set(slot, { ...card, ...numbers })
      }
    }
  }

  #showLoops({ loops = this.loops, loopRows }: Frame): void {
    const after = [...loops]
    for (let at = 0; at < loopRows.length; at += loopWords) {
      const loop = loopRows[at + loopColumn.loop] as number
      const [queue = 0, turns = 0] = [loopRows[at + loopColumn.queue], loopRows[at + loopColumn.turns]]
      after[loop] = { ...(after[loop] as LoopCard), queue, turns }
    }
    this.loops = after
  }

  #showGaps({ gaps }: Frame): void {
    if (gaps === undefined) return
    const byKey = new Map([...this.gaps, ...gaps.changed].map((group) => [group.key, group]))
    this.gaps = gaps.keys.map((key) => byKey.get(key) as GapGroup)
  }

  /** What each node's pods request of it, as a screen adds it up. */
  #showRequests({ requests, pods }: Frame): void {
    this.loads.apply(requests, pods)
  }

  #showSamples({ samples }: Frame): void {
    if (samples.length === 0) return
    const first = samples[sampleColumn.tick] as number
    this.samples = this.samples.filter(([tick]) => (tick as number) < first)
    for (let at = 0; at < samples.length; at += sampleWords)
      this.samples.push([...samples.subarray(at, at + sampleWords)])
  }
}
