/** What the kubelet of one node remembers. Once a keyframe shares it, it is frozen: who writes to it has a copy. */
import type { Tick } from '../core/clock.ts'
import type { Addresses } from './addresses.ts'

export interface NodeRun {
  readonly name: string
  /** The how-manieth node of the cluster it is: decides its addresses. */
  readonly ordinal: number
  readonly addresses: Addresses
  /** Whether the machine has power, and its kubelet runs, and the API server hears it: as acted upon. */
  readonly power: boolean
  readonly kubelet: boolean
  readonly network: boolean
  readonly boots: number
  /** When it last lost its power. */
  readonly lostAt: Tick
  /** Whether the kubelet has listed its pods since it was started: before that it acts on none. */
  readonly hasListed: boolean
  /** How many addresses of its network it has given to pods. */
  readonly addressesGiven: number
  /** The images on its disk, in the order they came. */
  readonly images: readonly string[]
  /** Images are pulled one after another: when the last pull asked for will end. */
  readonly pullsUntil: Tick
  /** Images that pulls under way will bring. */
  readonly arriving: readonly string[]
  /** Whether a timer is set to tell the API server of its images. */
  readonly willReport: boolean
}

/** The kubelet starts, probes and stops containers, whether or not the API server hears of it. */
export function isActing(node: NodeRun): boolean {
  return node.power && node.kubelet && node.hasListed
}

/** The kubelet and the API server reach each other, while the server runs. */
export function isConnected(node: NodeRun): boolean {
  return node.power && node.kubelet && node.network
}

/** A record that is still being made. */
export type NewNodeRun = { -readonly [Field in keyof NodeRun]: NodeRun[Field] }

/** A copy to be changed, field by field: spreading a frozen object is several times slower. */
export function reopenedNode(node: NodeRun): NewNodeRun {
  return {
    name: node.name,
    ordinal: node.ordinal,
    addresses: node.addresses,
    power: node.power,
    kubelet: node.kubelet,
    network: node.network,
    boots: node.boots,
    lostAt: node.lostAt,
    hasListed: node.hasListed,
    addressesGiven: node.addressesGiven,
    images: node.images,
    pullsUntil: node.pullsUntil,
    arriving: node.arriving,
    willReport: node.willReport,
  }
}
