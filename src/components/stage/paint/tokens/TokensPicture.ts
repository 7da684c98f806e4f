/** Tokens on the rails: each waits at its first stop, runs along, and is gone where it arrives. */
import { easeInOut } from '../../../../viz/loop/easing.ts'
import { placeAlong } from '../../../../viz/loop/rails.ts'
import { motion } from '../../motion.ts'
import type { Errand, Ground, ToTokens } from '../messages.ts'
import { resize } from '../resize.ts'
import type { Canvas, Context, Picture } from '../Studio.ts'

interface Run {
  readonly errand: Errand
  /** When it was first painted. */
  start?: number
}

/** In design units; around it is a ring of the ground's colour, in pixels. */
const size = 12
const triangle = 14
const ring = 2

export class TokensPicture implements Picture<ToTokens> {
  readonly #canvas: Canvas
  readonly #context: Context
  #ground: Ground | undefined
  #runs: readonly Run[] = []

  constructor(canvas: Canvas, context: Context) {
    this.#canvas = canvas
    this.#context = context
  }

  hear(message: ToTokens): void {
    if (message.type === 'run') this.#runs = [...this.#runs, ...message.errands.map((errand) => ({ errand }))]
    else this.#ground = message.ground
  }

  paint(now: number): boolean {
    const ground = this.#ground
    if (ground === undefined) return false
    resize(this.#canvas, ground)
    this.#context.setTransform(ground.ratio, 0, 0, ground.ratio, 0, 0)
    this.#context.clearRect(0, 0, ground.width, ground.height)
    for (const run of this.#runs) {
      run.start ??= now
      const { errand } = run
      const progress = (now - run.start - errand.delay) / motion.token
      if (progress < 1) paintToken(this.#context, errand, easeInOut(progress), ground)
    }
    this.#runs = this.#runs.filter(({ errand, start = now }) => now - start - errand.delay < motion.token)
    return this.#runs.length > 0
  }
}

function paintToken(
  context: Context,
  { shape, stops }: Errand,
  progress: number,
  { unit, inks }: Ground,
): void {
  const { x, y } = placeAlong(stops, progress)
  context.beginPath()
  if (shape === 'triangle') {
    const half = (triangle / 2) * unit
    context.moveTo(x - half, y - half)
    context.lineTo(x + half, y)
    context.lineTo(x - half, y + half)
    context.fillStyle = inks.you
    return context.fill()
  }
  const half = (size / 2) * unit
  for (const [around, ink] of [
    [ring, inks.canvas],
    [0, inks.cluster],
  ] as const) {
    context.beginPath()
    if (shape === 'disc') context.arc(x, y, half + around, 0, 2 * Math.PI)
    else
      context.roundRect(
        x - half - around,
        y - half - around,
        2 * (half + around),
        2 * (half + around),
        1 + around,
      )
    context.fillStyle = ink
    context.fill()
  }
}
