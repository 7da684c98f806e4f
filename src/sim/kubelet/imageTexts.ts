/** What the kubelet says about images (pkg/kubelet/images/image_manager.go, v1.36). */
import type { Tick } from '../core/clock.ts'
import { durationText } from './durations.ts'
import { familiarReference } from './identifiers.ts'

const pullingTexts = new Map<string, string>()

/** Every pod with the image says it in the same words: one text serves all of their events. */
export function pullingText(image: string): string {
  let text = pullingTexts.get(image)
  if (text === undefined) {
    text = `Pulling image "${image}"`
    pullingTexts.set(image, text)
  }
  return text
}

interface Pulled {
  readonly took: Tick
  readonly waited: Tick
  readonly sizeBytes: number
  readonly text: string
}

/** The last text of each image: pulls of an image that nodes already have mostly take the same time. */
const lastPulled = new Map<string, Pulled>()

/** `waited`: with the time in the node's queue of pulls. */
export function pulledText(image: string, took: Tick, waited: Tick, sizeBytes: number): string {
  const last = lastPulled.get(image)
  if (last?.took === took && last.waited === waited && last.sizeBytes === sizeBytes) return last.text
  const times = `${durationText(took)} (${durationText(waited)} including waiting)`
  const text = `Successfully pulled image "${image}" in ${times}. Image size: ${sizeBytes} bytes.`
  lastPulled.set(image, { took, waited, sizeBytes, text })
  return text
}

const presentTexts = new Map<string, string>()

export function presentText(image: string): string {
  let text = presentTexts.get(image)
  if (text === undefined) {
    text = `Container image "${image}" already present on machine and can be accessed by the pod`
    presentTexts.set(image, text)
  }
  return text
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
