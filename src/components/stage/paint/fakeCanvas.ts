/** For tests: a canvas that tells where pictures were copied to and shapes filled, and how opaque, since it was last emptied. */
import type { Canvas, Context } from './Studio.ts'

export function fakeCanvas() {
  const done: string[] = []
  let at = { x: 0, y: 0 }
  let isPainted = false
  const own: Record<string, unknown> = {
    globalAlpha: 1,
    setTransform: (...[, , , , x, y]: number[]) => {
      at = { x: x ?? 0, y: y ?? 0 }
    },
    clearRect: () => {
      done.length = 0
      isPainted = true
    },
    drawImage: () => done.push(`${Math.round(at.x)},${Math.round(at.y)} ${own.globalAlpha}`),
    arc: (x: number, y: number) => done.push(`disc ${Math.round(x)},${Math.round(y)}`),
    measureText: () => ({ width: 10, fontBoundingBoxAscent: 10, fontBoundingBoxDescent: 3 }),
  }
  const context = new Proxy(own, {
    get: (target, name: string) => (name in target ? target[name] : () => undefined),
  }) as unknown as Context
  const canvas = { width: 0, height: 0, getContext: () => context } as unknown as Canvas
  return {
    canvas,
    context,
    done,
    /** Whether it was painted since this was last asked. */
    wasPainted: () => {
      const was = isPainted
      isPainted = false
      return was
    },
  }
}

const inks = 'canvas surface ink you cluster onCluster gap onGap fault onFault terminating sans mono'

export const ground = {
  width: 400,
  height: 300,
  unit: 1,
  ratio: 1,
  type: 13,
  inks: Object.fromEntries(inks.split(' ').map((name) => [name, 'rgb(1, 2, 3)'])) as never,
}
