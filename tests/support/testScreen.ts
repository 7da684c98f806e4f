/** A screen without pixels: what one knows who was given some frames, as plain data that can be compared. */
import {
  type Frame,
  type GapCard,
  type LoopCard,
  type Mark,
  podColumn,
  podWords,
  sampleColumn,
  sampleWords,
} from '../../src/lab/frame/format.ts'

export class TestScreen {
  readonly pods = new Map<number, { name: string; words: readonly number[] }>()
  readonly nodes = new Map<number, unknown>()
  readonly deployments = new Map<number, unknown>()
  readonly replicaSets = new Map<number, unknown>()
  readonly services = new Map<number, unknown>()
  loops: readonly LoopCard[] = []
  gaps: readonly GapCard[] = []
  marks: readonly Mark[] = []
  samples: number[][] = []
  gapCount = 0
  tick = -1

  show(frame: Frame): this {
    if (frame.whole) this.#clear()
    this.tick = frame.tick
    this.#showPods(frame)
    for (const kind of ['nodes', 'deployments', 'replicaSets', 'services'] as const) {
      for (const card of frame[kind].changed) this[kind].set(card.slot, card)
      for (const slot of frame[kind].gone) this[kind].delete(slot)
    }
    this.loops = frame.loops ?? this.loops
    this.gaps = frame.gaps ?? this.gaps
    this.marks = frame.marks ?? this.marks
    this.gapCount = frame.gapCount
    this.#showSamples(frame)
    return this
  }

  #clear(): void {
    for (const shown of [this.pods, this.nodes, this.deployments, this.replicaSets, this.services])
      shown.clear()
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

  #showSamples({ samples }: Frame): void {
    if (samples.length === 0) return
    const first = samples[sampleColumn.tick] as number
    this.samples = this.samples.filter(([tick]) => (tick as number) < first)
    for (let at = 0; at < samples.length; at += sampleWords)
      this.samples.push([...samples.subarray(at, at + sampleWords)])
  }
}
