/** The painter in a worker of its own: the page's thread is free while it paints. */
import type { ToPainter } from './messages.ts'
import { Painter } from './painter.ts'

const painter = new Painter(
  (message, transfer) => self.postMessage(message, { transfer }),
  (width, height) => new OffscreenCanvas(width, height),
)

self.onmessage = ({ data }: MessageEvent<ToPainter>) => painter.hear(data)
