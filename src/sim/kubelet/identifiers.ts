/** Identifiers that a container runtime and a machine would make up: drawn from names and uids, so always the same. */
import { draw, drawUid } from '../core/draw.ts'

/** `attempt`: how many containers of this name the pod had before. */
export function containerId(seed: number, podUid: string, container: string, attempt: number): string {
  return hex64(draw(seed, container, podUid, attempt), runtimeCodes)
}

const digests = new Map<string, string>()

/** Independent of the seed: an image is the same everywhere. Remembered, for the same few images come again and again. */
export function imageId(image: string): string {
  let id = digests.get(image)
  if (id === undefined) {
    const reference = familiarReference(image)
    const name = reference.includes('@') ? reference.slice(0, reference.indexOf('@')) : withoutTag(reference)
    id = `${name}@sha256:${hex64(draw(0, 'image', image, 0))}`
    digests.set(image, id)
  }
  return id
}

export function bootId(seed: number, node: string, boots: number): string {
  return drawUid(seed, `boot/${node}`, boots)
}

/** 32 hex digits. */
export function machineId(seed: number, node: string): string {
  return drawUid(seed, `machine/${node}`, 0).replaceAll('-', '')
}

export function systemId(seed: number, node: string): string {
  return drawUid(seed, `system/${node}`, 0)
}

const references = new Map<string, string>()

/** "nginx" → "docker.io/library/nginx:latest": how the runtime spells an image. Remembered, like digests. */
export function familiarReference(image: string): string {
  let reference = references.get(image)
  if (reference === undefined) {
    reference = spelledOut(image)
    references.set(image, reference)
  }
  return reference
}

function spelledOut(image: string): string {
  const slash = image.indexOf('/')
  const first = slash < 0 ? '' : image.slice(0, slash)
  const hasRegistry = first.includes('.') || first.includes(':') || first === 'localhost'
  const path = hasRegistry ? image : slash < 0 ? `docker.io/library/${image}` : `docker.io/${image}`
  if (path.includes('@')) return path
  return path.lastIndexOf(':') > path.lastIndexOf('/') ? path : `${path}:latest`
}

function withoutTag(reference: string): string {
  const colon = reference.lastIndexOf(':')
  return colon > reference.lastIndexOf('/') ? reference.slice(0, colon) : reference
}

const digits = [...'0123456789abcdef'].map((digit) => digit.charCodeAt(0))
const codes: number[] = new Array(64).fill(0)
const runtime = 'containerd://'
/** The prefix is written along: two texts put together take more room than one, and every container has its own. */
const runtimeCodes = [...runtime].map((letter) => letter.charCodeAt(0)).concat(codes)

/** One word stretched to 64 hex digits, which are written over the last of `codes`. */
function hex64(word: number, into: number[] = codes): string {
  const from = into.length - 64
  let state = word
  for (let at = 0; at < 64; at += 8) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9
    for (let i = 0; i < 8; i++) into[from + at + i] = digits[(state >>> (4 * i)) & 15] as number
  }
  return String.fromCharCode(...into)
}
