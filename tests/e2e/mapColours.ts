/** How many colours are seen in the middle of the map: two or three alone would be an empty one. */
import type { Page } from 'playwright-core'

export function coloursOnMap(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const canvas = document.querySelector('[role=application] canvas') as HTMLCanvasElement
    const copy = new OffscreenCanvas(canvas.width, canvas.height)
    const context = copy.getContext('2d') as OffscreenCanvasRenderingContext2D
    context.drawImage(canvas, 0, 0)
    const [width, height] = [Math.floor(canvas.width / 2), Math.floor(canvas.height / 2)]
    const { data } = context.getImageData(width >> 1, height >> 1, width, height)
    return new Set(new Uint32Array(data.buffer)).size
  })
}
