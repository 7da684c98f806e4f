/** `lab bench soak`: a hundred nodes through thirty days with a bad night each, and whether anything is left of the nights. */
import { liveBytes } from '../heap.ts'
import { cpuSecondsOf } from '../phase.ts'
import { benchRun } from '../run.ts'
import { type Morning, soak } from '../soak/soak.ts'

const heapEvery = 5

export default benchRun({
  defaults: { days: '30' },
  run({ days }) {
    const mornings: Morning[] = []
    const heaps: { readonly day: number; readonly megabytes: number }[] = []
    let hash = ''
    const seconds = cpuSecondsOf(() => {
      const sitting = soak(Number(days), (morning) => {
        mornings.push(morning)
        if (morning.day % heapEvery === 0) {
          heaps.push({ day: morning.day, megabytes: (liveBytes() - morning.ledgerBytes) / 1e6 })
        }
      })
      hash = sitting.hash
    })
    const last = mornings.at(-1) as Morning
    const open = mornings.filter(({ gaps, broken }) => gaps.length + broken.length > 0)
    const [first, end] = [heaps[0], heaps.at(-1)]
    const [heapFirst, heapLast] = [first?.megabytes ?? 0, end?.megabytes ?? 0]
    const gone = last.slots - (mornings[(first?.day ?? 1) - 1]?.slots ?? 0)
    const bytesPerGone = (1e6 * (heapLast - heapFirst)) / Math.max(1, gone)
    return {
      lines: [
        `# soak, 100 nodes, 1,000 pods, ${days} days`,
        ...heaps.map(({ day, megabytes }) => `day ${String(day).padEnd(11)} ${megabytes.toFixed(1)} MB live`),
        `mornings        ${mornings.length - open.length} of ${mornings.length} without a gap`,
        ...open.flatMap(({ day, gaps, broken }) =>
          [...gaps, ...broken].slice(0, 3).map((text) => `    day ${day}: ${text}`),
        ),
        `growth          ${(heapLast / heapFirst).toFixed(2)} times since day ${first?.day}: ${bytesPerGone.toFixed(0)} bytes for each of ${gone} objects that came and went`,
        `written         ${last.writes} times, ${last.slots} objects; the ledger takes ${(last.ledgerBytes / 1e6).toFixed(0)} MB more`,
        `took            ${seconds.toFixed(1)} s CPU`,
        `hash            ${hash}`,
      ],
      figures: {
        openMornings: open.length,
        heapFirst,
        heapLast,
        heapGrowth: heapLast / heapFirst,
        bytesPerGone,
        writes: last.writes,
        objects: last.slots,
        ledgerMegabytes: last.ledgerBytes / 1e6,
        cpuSeconds: seconds,
        hash,
      },
    }
  },
})
