/** The painter as the page speaks to it: in a worker where canvases can be there, else on the page itself. */
import type { FromPainter, ToPainter } from './messages.ts'
import { Painter } from './painter.ts'

export interface PainterLine {
  readonly tell: (message: ToPainter, transfer?: Transferable[]) => void
  readonly end: () => void
}

export function openPainter(take: (message: FromPainter) => void): PainterLine {
  return canPaintApart() ? apart(take) : here(take)
}

function canPaintApart(): boolean {
  return typeof OffscreenCanvas !== 'undefined' && typeof Worker !== 'undefined'
}

function apart(take: (message: FromPainter) => void): PainterLine {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { type: 'module', name: 'map' })
  worker.onmessage = ({ data }: MessageEvent<FromPainter>) => take(data)
  return {
    tell: (message, transfer = []) => worker.postMessage(message, transfer),
    end: () => worker.terminate(),
  }
}

function here(take: (message: FromPainter) => void): PainterLine {
  let isOver = false
  const painter = new Painter(
    (message) => !isOver && take(message),
    (width, height) => Object.assign(document.createElement('canvas'), { width, height }),
  )
  return {
    tell: (message) => painter.hear(message),
    end: () => {
      isOver = true
    },
  }
}
