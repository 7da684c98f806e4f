/** The arithmetic of image locality. */
import type { ImageSpread } from '../../framework/imageSpread.ts'
import { maxNodeScore } from '../../framework/plugin.ts'

const mebibyte = 1024 * 1024
const minThreshold = 23 * mebibyte
const maxThresholdPerContainer = 1000 * mebibyte

/** The sizes of the pod's images on the node, each scaled by the share of nodes that hold it. */
export function imageScore(
  images: readonly string[],
  onNode: ReadonlyMap<string, number>,
  spread: ImageSpread,
): number {
  let sum = 0
  for (const image of images) {
    const size = onNode.get(image)
    if (size !== undefined) sum += Math.floor(size * (spread.nodesWith(image) / spread.nodeCount))
  }
  return sum
}

/** 0 below 23 MiB, 100 from 1,000 MiB for each container. */
export function scaledImageScore(bytes: number, containers: number): number {
  const maxThreshold = maxThresholdPerContainer * containers
  const clamped = Math.min(Math.max(bytes, minThreshold), maxThreshold)
  return Math.floor((maxNodeScore * (clamped - minThreshold)) / (maxThreshold - minThreshold))
}
