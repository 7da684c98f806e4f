/** Marks of pods that differ by nothing but what the pods are: each is drawn when it is asked for first. */
import type { Stamp } from './pixels.ts'

/** More than there are looks, and classes of any colouring. */
const most = 16

export class Marks {
  readonly #stamps: (Stamp | undefined)[] = new Array(most * most).fill(undefined)
  readonly #draw: (look: number, one: number) => Stamp

  constructor(draw: (look: number, one: number) => Stamp) {
    this.#draw = draw
  }

  /** `one`: the pod's class in the colouring. */
  of(look: number, one: number): Stamp {
    const at = look * most + one
    const known = this.#stamps[at]
    if (known !== undefined) return known
    const stamp = this.#draw(look, one)
    this.#stamps[at] = stamp
    return stamp
  }
}
