/** Addresses of nodes and pods, by arithmetic: the n-th node to register has the n-th address and the n-th /24. */
import { settled } from '../core/frozen.ts'

export type Addresses = readonly { readonly ip: string }[]

/** 10.0.0.10 and up. */
export const nodeAddress = madeOnce((ordinal) => {
  const at = ordinal + 10
  return `10.0.${Math.floor(at / 256)}.${at % 256}`
})

/** The first 256 nodes share 10.244.0.0/16, later ones 10.128.0.0/10. Without the last number: "10.244.3.". */
export const podNetwork = madeOnce((ordinal) => {
  if (ordinal < 256) return `10.244.${ordinal}.`
  const beyond = ordinal - 256
  return `10.${128 + Math.floor(beyond / 256)}.${beyond % 256}.`
})

/** A pure cache: the pods of a node share its address, and how theirs begin. */
function madeOnce(make: (ordinal: number) => string): (ordinal: number) => string {
  const made: string[] = []
  return (ordinal) => {
    let text = made[ordinal]
    if (text === undefined) {
      text = make(ordinal)
      made[ordinal] = text
    }
    return text
  }
}

const firstHost = 2
/** .2 to .254 */
const hosts = 253

/** The number at the end of the n-th address of a node, counted from 1. */
export function hostOf(n: number): number {
  return firstHost + ((n - 1) % hosts)
}

/**
 * The host-local plugin's round robin: which address comes after the `given` ones. Nothing can be taken before the
 * first round is over.
 */
export function nextAddress(given: number, isTaken: (host: number) => boolean): number {
  let n = given + 1
  while (n > hosts && n <= given + hosts && isTaken(hostOf(n))) n++
  return n
}

export function addressList(ip: string): Addresses {
  return settled([settled({ ip })])
}
