/** The studio in a worker of its own: the page's thread is free while it paints. */
import type { ToStudio } from './messages.ts'
import { Studio } from './Studio.ts'

const studio = new Studio({
  nextFrame: (then) => self.requestAnimationFrame(then),
  makeCanvas: (width, height) => new OffscreenCanvas(width, height),
  answer: (message) => self.postMessage(message),
})

self.onmessage = ({ data }: MessageEvent<ToStudio>) => studio.hear(data)
