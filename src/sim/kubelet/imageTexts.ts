/** What the kubelet says about images (pkg/kubelet/images/image_manager.go, v1.36). */
import type { Tick } from '../core/clock.ts'
import { durationText } from './durations.ts'
import { familiarReference } from './identifiers.ts'

export function pullingText(image: string): string {
  return `Pulling image "${image}"`
}

/** `waited`: with the time in the node's queue of pulls. */
export function pulledText(image: string, took: Tick, waited: Tick, sizeBytes: number): string {
  const times = `${durationText(took)} (${durationText(waited)} including waiting)`
  return `Successfully pulled image "${image}" in ${times}. Image size: ${sizeBytes} bytes.`
}

export function presentText(image: string): string {
  return `Container image "${image}" already present on machine and can be accessed by the pod`
}

export function neverPullText(image: string): string {
  return `Container image "${image}" is not present with pull policy of Never`
}

/** A registry that doesn't have the image. */
export function pullErrorText(image: string): string {
  const reference = familiarReference(image)
  const unresolved = `failed to resolve reference "${reference}": ${reference}: not found`
  return `rpc error: code = NotFound desc = failed to pull and unpack image "${reference}": ${unresolved}`
}

export function pullBackOffText(image: string): string {
  return `Back-off pulling image "${image}"`
}
