/**
 * What the images that nodes already have add to their scores, for pods of the same images: kept until some node reports
 * other images, since an image counts by how many nodes have it.
 */
import type { ImageSpread } from '../framework/imageSpread.ts'
import type { NodeInfo } from '../framework/nodeInfo.ts'
import { imageScore, scaledImageScore } from '../plugins/imageLocality/imageScore.ts'

/** Lists of images that are kept; beyond it, all are forgotten and begin anew. */
const maxKept = 64

export class ImageScores {
  readonly #infoAt: (index: number) => NodeInfo | undefined
  /** By the list of images: one more than the score of each node, 0 where it is not known. */
  readonly #kept = new Map<string, Int32Array>()
  #epoch = -1

  constructor(infoAt: (index: number) => NodeInfo | undefined) {
    this.#infoAt = infoAt
  }

  /** Adds `weight` times the score of each node. `epoch`: raised whenever images on nodes change; `size`: of the columns. */
  add(
    totals: Int32Array,
    feasible: Int32Array,
    count: number,
    weight: number,
    images: readonly string[],
    spread: ImageSpread,
    epoch: number,
    size: number,
  ): void {
    const cells = this.#cells(images, epoch, size)
    for (let k = 0; k < count; k++) {
      const i = feasible[k] as number
      if (cells[i] === 0) cells[i] = 1 + this.#scoreOf(i, images, spread)
      totals[k] = (totals[k] as number) + weight * ((cells[i] as number) - 1)
    }
  }

  #scoreOf(index: number, images: readonly string[], spread: ImageSpread): number {
    const info = this.#infoAt(index) as NodeInfo
    return scaledImageScore(imageScore(images, info.images, spread), images.length)
  }

  #cells(images: readonly string[], epoch: number, size: number): Int32Array {
    if (epoch !== this.#epoch || this.#kept.size > maxKept) this.#kept.clear()
    this.#epoch = epoch
    const key = images.join()
    const known = this.#kept.get(key)
    if (known !== undefined && known.length >= size) return known
    const cells = new Int32Array(size)
    this.#kept.set(key, cells)
    return cells
  }
}
