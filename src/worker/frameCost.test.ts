/** What frames cost to send, counted: bytes and cloned objects, of a world of ten thousand pods whose map is looked at. */
import { beforeAll, describe, expect, it } from 'vitest'
import { wireCost } from '../../tests/support/wireCost.ts'
import { podWords } from '../lab/frame/format.ts'
import { Host } from './host.ts'
import { type FrameMessage, type Message, nobodyLooks, type Request, unpacked } from './protocol.ts'

const replicas = 10_000
const lines = [
  'sim cluster --nodes 200 --cpu 64 --memory 256Gi --zones zone-a,zone-b,zone-c',
  'sim limit controller-manager --qps 2000 --burst 2000',
  'sim limit scheduler --qps 4000 --burst 4000',
  'kubectl apply -f - <<EOF',
  `{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: ${replicas}, selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web, resources: {requests: {cpu: 100m}}}]}}}}`,
  'EOF',
]

/** Of a frame in which nothing has changed but the time; and of what a tick adds: a sample, a birth. */
const bytesAFrame = 64
const bytesATick = 12 + 8
/** Of a Deployment and its two ReplicaSets. */
const bytesOfSums = 3 * 12
/** Of a pod that asks for something else than was known. */
const bytesOfRequests = 8
/** The ledger of gaps: twice a second, a few groups. */
const gapPace = 450
const mostObjectsOfGaps = 40
const mostBytesOfGaps = 4096

/** Of a node in a whole frame; and what is told once of loops and actors. */
const bytesOfNode = 64
const bytesOfName = 16
const mostObjectsOfLoops = 40
const mostBytesOfLoops = 4096

const said: Message[] = []
let clock = 0
const host = new Host(
  (message) => said.push(message),
  () => clock,
)

async function pass(milliseconds: number): Promise<readonly FrameMessage[]> {
  const from = said.length
  for (let at = 0; at < milliseconds; at += 16) {
    clock += 16
    host.elapse(16)
    await host.hear({ type: 'drawn' })
  }
  return said.slice(from).filter((message) => message.type === 'frame')
}

const tell = (request: Request) => host.hear(request)
let bringUp: readonly FrameMessage[] = []

beforeAll(async () => {
  await tell({ type: 'open', id: 1, opening: { what: 'sandbox', lines } })
  await tell({ type: 'drawn' })
  await tell({ type: 'attend', attention: { ...nobodyLooks, gaps: true } })
  await tell({ type: 'drawn' })
  await tell({ type: 'play' })
  await pass(100)
  bringUp = await pass(12_000)
}, 120_000)

/** All that pods and time don't account for. */
function expectNothingBesides(messages: readonly FrameMessage[], milliseconds: number): void {
  let before = unpacked(messages[0] as FrameMessage).tick
  // The names of the first few go with them: a small world is told of as a whole.
  const withObjects = messages.filter(
    (message) => wireCost(message).objects > 0 && message.also?.podNames === undefined,
  )
  for (const message of messages) {
    const { pods, tick, writes, loopRows } = unpacked(message)
    const ticks = tick - before
    before = tick
    const { columns } = wireCost(message)
    const changed = pods.length / podWords
    const most = 16 * changed + bytesAFrame + bytesATick * ticks + bytesOfSums + bytesOfRequests
    expect(columns).toBeLessThanOrEqual(most)
    expect([writes.length, loopRows.length]).toEqual([0, 0])
  }
  expect(withObjects.length).toBeLessThanOrEqual(Math.ceil(milliseconds / gapPace) + 1)
  for (const message of withObjects) {
    const { rest, objects } = wireCost(message)
    expect(Object.keys(message.also ?? {})).toEqual(['gaps'])
    expect(objects).toBeLessThanOrEqual(mostObjectsOfGaps)
    expect(rest).toBeLessThanOrEqual(mostBytesOfGaps)
  }
}

describe('a frame', () => {
  it('that tells of everything clones no object for a node or a workload', async () => {
    const told: Message[] = []
    const another = new Host(
      (message) => told.push(message),
      () => 0,
    )
    await another.hear({ type: 'open', id: 1, opening: { what: 'sandbox', lines: [lines[0] as string] } })
    const whole = told.find((message) => message.type === 'frame') as FrameMessage
    expect(unpacked(whole).nodes.changed).toHaveLength(200)
    expect(wireCost(whole).objects).toBeLessThan(mostObjectsOfLoops)
    expect(wireCost(whole).rest).toBeLessThan(200 * bytesOfName + mostBytesOfLoops)
    expect(wireCost(whole).columns).toBeLessThan(200 * bytesOfNode + 1024)
  })

  it('of a world that fills costs 16 bytes a pod, and clones nothing but gaps at the pace at which they are read', () => {
    const pods = bringUp.reduce((sum, message) => sum + unpacked(message).pods.length / podWords, 0)
    expect(pods).toBeGreaterThan(2 * replicas)
    expectNothingBesides(bringUp, 12_000)
  })

  it('of a world at rest costs no more than its head', async () => {
    await pass(30_000)
    const messages = await pass(10_000)
    expect(messages.length).toBeGreaterThan(50)
    for (const message of messages) {
      const { columns, objects } = wireCost(message)
      expect(columns).toBeLessThanOrEqual(bytesAFrame)
      expect(objects).toBe(0)
    }
  })

  it('of a rollout costs 16 bytes a pod, and clones nothing but gaps', async () => {
    await tell({ type: 'line', id: 2, line: 'kubectl rollout restart deployment/web' })
    await pass(500)
    const messages = await pass(10_000)
    const pods = messages.reduce((sum, message) => sum + unpacked(message).pods.length / podWords, 0)
    expect(pods).toBeGreaterThan(replicas / 4)
    expectNothingBesides(messages, 10_000)
  })
})
