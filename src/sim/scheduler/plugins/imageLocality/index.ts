/**
 * Nodes that already hold the pod's images are better
 * (pkg/scheduler/framework/plugins/imagelocality/image_locality.go, v1.36).
 */
import type { Plugin } from '../../framework/plugin.ts'
import { imageScore, scaledImageScore } from './imageScore.ts'

export const plugin: Plugin = {
  name: 'ImageLocality',
  order: 120,
  weight: 1,
  preScore({ shape, snapshot }) {
    const { images } = shape
    return (node) => scaledImageScore(imageScore(images, node.images, snapshot.images), images.length)
  },
}
