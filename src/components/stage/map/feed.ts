/** Tells the painter of the world: everything once, and then what frames bring, as columns that are handed over. */
import { type NodeCard, onFrame, type World, world } from '../../../state/index.ts'
import { drained } from '../../../viz/loop/drain.ts'
import { machines, nodeWords } from './painter/messages.ts'
import type { PainterLine } from './painter/openPainter.ts'

/** Ticks after which silent nodes may have lost more of their colour. */
const drainPace = 20

const readiness: { readonly [R in NodeCard['ready']]: number } = { True: 0, False: 1, Unknown: 2 }

/** Returns what ends it. */
export function feed({ tell }: PainterLine): () => void {
  tellAll()
  return onFrame((frame, before, now) => {
    if (frame.whole) return tellAll()
    if (frame.pods.length > 0) {
      tellPods(frame.pods.slice(), frame.requests.slice(), false)
    }
    if (now.nodes !== before.nodes || hasDrained(before, now)) tellNodes(now)
    if (now.births !== before.births) tellBirths(now)
    tell({ type: 'tick', tick: now.tick })
  })

  function tellAll(): void {
    const now = world.getState()
    tellNodes(now)
    tellBirths(now)
    tellPods(now.pods.rows(), now.nodeLoads.requests(), true)
    tell({ type: 'tick', tick: now.tick })
  }

  function tellPods(rows: Int32Array<ArrayBuffer>, requests: Int32Array<ArrayBuffer>, whole: boolean): void {
    tell({ type: 'pods', whole, rows, requests }, [rows.buffer, requests.buffer])
  }

  function tellBirths({ births }: World): void {
    const rows = Int32Array.from(births)
    tell({ type: 'births', rows }, [rows.buffer])
  }

  function tellNodes(now: World): void {
    const nodes = [...now.nodes.values()].sort((a, b) => a.slot - b.slot)
    const zones = [...new Set(nodes.map(({ zone }) => zone))].sort()
    const zoneOf = new Map(zones.map((zone, index) => [zone, index]))
    const rows = new Int32Array(nodes.length * nodeWords)
    const cpu = new Float64Array(nodes.length)
    nodes.forEach((node, index) => {
      const { slot, zone, ready, machine, cordoned, lastHeard } = node
      const loss = lastHeard === undefined ? 0 : drained(now.tick - lastHeard)
      const words = [
        slot,
        zoneOf.get(zone) ?? 0,
        readiness[ready],
        machines.indexOf(machine),
        Number(cordoned),
        loss,
      ]
      rows.set(words, index * nodeWords)
      cpu[index] = node.cpu
    })
    const names = nodes.map(({ name }) => name)
    tell({ type: 'nodes', rows, names, zones, cpu }, [rows.buffer, cpu.buffer])
  }
}

function hasDrained(before: World, now: World): boolean {
  if (Math.floor(before.tick / drainPace) === Math.floor(now.tick / drainPace)) return false
  for (const { lastHeard } of now.nodes.values()) if (lastHeard !== undefined) return true
  return false
}
