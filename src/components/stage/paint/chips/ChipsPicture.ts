/**
 * The chips of all pods, and the holes in the tray. A chip fades in as it comes, flies to another place, comes up anew when
 * its pod is not what it was, and fades where it stood when its pod is gone. Painted are all of them whenever one moves:
 * each is a copy of a stamp, and there are a few hundred at most.
 */
import { motion } from '../../motion.ts'
import type { Chip, Ghosts, Ground, Manner, ToChips } from '../messages.ts'
import { resize } from '../resize.ts'
import type { Canvas, Context, Picture } from '../Studio.ts'
import { Moves } from './Moves.ts'
import { paintChip, paintGhost, Stamps } from './paintChip.ts'

interface Sight {
  chip: Chip
  readonly moves: Moves
}

export class ChipsPicture implements Picture<ToChips> {
  readonly #canvas: Canvas
  readonly #context: Context
  readonly #stamps: Stamps
  readonly #sights = new Map<number, Sight>()
  #leaving: readonly Sight[] = []
  #ghosts: Ghosts = { density: 'dense', places: [] }
  readonly #ghostMoves: Moves[] = []
  #ground: Ground | undefined

  constructor(canvas: Canvas, context: Context, makeCanvas: (width: number, height: number) => Canvas) {
    this.#canvas = canvas
    this.#context = context
    this.#stamps = new Stamps(makeCanvas)
  }

  hear(message: ToChips): void {
    if (message.type === 'ground') {
      this.#ground = message.ground
      this.#stamps.clear()
      return
    }
    const { chips, gone, hidden, ghosts, manner } = message
    for (const slot of hidden) this.#sights.delete(slot)
    for (const slot of gone) this.#lose(slot, manner)
    for (const chip of chips) this.#take(chip, manner)
    if (ghosts !== undefined) this.#takeGhosts(ghosts, manner)
  }

  #take(chip: Chip, manner: Manner): void {
    const sight = this.#sights.get(chip.slot)
    if (sight === undefined) {
      const moves = new Moves()
      if (manner.isMoving) moves.fade(0, lasting(motion.appear, manner))
      this.#sights.set(chip.slot, { chip, moves })
      return
    }
    const { chip: last, moves } = sight
    sight.chip = chip
    if (!manner.isMoving) return moves.rest()
    if (last.look !== chip.look) moves.fade(0.3, lasting(motion.become, manner))
    if (last.x === chip.x && last.y === chip.y) return
    if (manner.isStill) moves.fade(0, motion.crossFade)
    else moves.fly(last, chip, motion.flight)
  }

  #lose(slot: number, manner: Manner): void {
    const sight = this.#sights.get(slot)
    this.#sights.delete(slot)
    if (sight === undefined || !manner.isMoving) return
    sight.moves.leave(lasting(motion.farewell, manner))
    this.#leaving = [...this.#leaving, sight]
  }

  #takeGhosts(ghosts: Ghosts, manner: Manner): void {
    for (let index = this.#ghostMoves.length; index < ghosts.places.length; index++) {
      const moves = new Moves()
      if (manner.isMoving) moves.fade(0, lasting(motion.ghost, manner))
      this.#ghostMoves.push(moves)
    }
    this.#ghostMoves.length = ghosts.places.length
    this.#ghosts = ghosts
  }

  paint(now: number): boolean {
    const ground = this.#ground
    if (ground === undefined) return false
    resize(this.#canvas, ground)
    const context = this.#context
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, this.#canvas.width, this.#canvas.height)
    let isMoving = false
    const { density, places } = this.#ghosts
    for (const [index, place] of places.entries()) {
      const moves = this.#ghostMoves[index] as Moves
      context.globalAlpha = moves.alphaAt(now)
      paintGhost(context, place, density, ground, this.#stamps)
      if (moves.isUnderWay) isMoving = true
    }
    const underWay: Sight[] = []
    for (const sight of this.#sights.values()) {
      if (sight.moves.isUnderWay) underWay.push(sight)
      else this.#paintAt(sight, now, ground)
    }
    // What moves is above what rests.
    for (const sight of [...this.#leaving, ...underWay]) {
      this.#paintAt(sight, now, ground)
      if (sight.moves.isUnderWay) isMoving = true
    }
    this.#leaving = this.#leaving.filter(({ moves }) => moves.isUnderWay)
    context.globalAlpha = 1
    return isMoving
  }

  #paintAt({ chip, moves }: Sight, now: number, ground: Ground): void {
    this.#context.globalAlpha = moves.alphaAt(now)
    const { x, y } = moves.offsetAt(now)
    paintChip(this.#context, chip, { x: chip.x + x, y: chip.y + y }, ground, this.#stamps)
  }
}

function lasting(duration: number, { isStill }: Manner): number {
  return isStill ? motion.crossFade : duration
}
