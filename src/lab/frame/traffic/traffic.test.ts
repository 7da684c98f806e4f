import { expect, it } from 'vitest'
import { Sitting } from '../../sitting.ts'
import { nobodyLooks } from '../format.ts'
import { Frames } from '../frames.ts'
import { Timeline } from '../timeline.ts'
import { requestColumn, requestWords, secondColumn, secondWords, type TrafficFrame } from './format.ts'

function play() {
  const timeline = new Timeline()
  const note = (world: Parameters<Timeline['note']>[0]) => timeline.note(world)
  const sitting = new Sitting({ onProgress: note, onReplay: note })
  const run = (line: string) => {
    const execution = sitting.execute(line)
    while (execution.exit === undefined) sitting.advance()
  }
  for (const line of [
    'kubectl create deployment web --image=nginx --replicas=2 --port=80',
    'kubectl expose deployment web',
    'sim wait 10s',
  ])
    run(line)
  const frames = new Frames(timeline)
  frames.attend({ ...nobodyLooks, endpoints: true })
  return { sitting, run, frames }
}

function column(frame: TrafficFrame | undefined, name: keyof typeof secondColumn): number[] {
  const { seconds = new Float64Array() } = frame ?? {}
  return Array.from(
    { length: seconds.length / secondWords },
    (_, i) => seconds.at(i * secondWords + secondColumn[name]) as number,
  )
}

it('says nothing where nobody asks', () => {
  const { sitting, frames } = play()
  expect(frames.take(sitting).traffic).toBeUndefined()
})

it('tells of every load, of each second once, and of some requests', () => {
  const { sitting, run, frames } = play()
  frames.take(sitting)
  run('sim traffic svc/web --rps 40')
  run('sim wait 5s')
  const { traffic } = frames.take(sitting)
  expect(traffic?.loads).toMatchObject([
    { id: 'svc/default/web', target: 'svc/web', asked: 40, endpoints: 2 },
  ])
  expect(column(traffic, 'second')).toEqual([9, 10, 11, 12, 13, 14].slice(-column(traffic, 'second').length))
  expect(column(traffic, 'served').reduce((sum, served) => sum + served, 0)).toBe(traffic?.loads[0]?.served)
  expect(column(traffic, 'cpu').at(-1)).toBeGreaterThan(100)
  expect((traffic?.requests.length ?? 0) / requestWords).toBeGreaterThan(100)
  expect(traffic?.requests[requestColumn.fate]).toBe(-1)
  run('sim wait 1s')
  expect(column(frames.take(sitting).traffic, 'second')).toEqual([15])
})

it('after a step back still knows the seconds to come, until a new line changes them', () => {
  const { sitting, run, frames } = play()
  run('sim traffic svc/web --rps 40')
  run('sim wait 10s')
  const before = column(frames.take(sitting).traffic, 'second')
  run('sim back 5s')
  const { whole, traffic } = frames.take(sitting)
  expect([whole, traffic?.requests.length]).toEqual([true, 0])
  expect(column(traffic, 'second')).toEqual(before)
  run('sim traffic svc/web --rps 1')
  run('sim wait 2s')
  const after = frames.take(sitting).traffic
  expect(column(after, 'second')).toHaveLength(2)
  expect(column(after, 'served').at(-1)).toBeLessThan(10)
})

it('tells how a load was set, so that a control can change one thing of it', () => {
  const { sitting, run, frames } = play()
  run('sim traffic svc/web --rps 40 --shape wave --peak 90 --over 20s --timeout 500ms --retries 2')
  expect(frames.take(sitting).traffic?.loads[0]?.setting).toEqual({
    shape: { name: 'wave', rps: 40, peak: 90, over: 20, after: 0, steps: '' },
    timeout: 0.5,
    retries: 2,
    clients: 100,
  })
  run('sim traffic svc/web --users 5 --think 2s')
  run('sim wait 1s')
  expect(frames.take(sitting).traffic?.loads[0]?.setting.users).toEqual({ count: 5, think: 2 })
})

it('tells of pods that are not ready yet, and of those that have left while requests still come', () => {
  const { sitting, run, frames } = play()
  run('sim traffic svc/web --rps 200')
  run('sim wait 5s')
  run('kubectl scale deployment web --replicas=3')
  run('sim wait 300ms')
  const counts = (frames.take(sitting).traffic?.loads[0]?.pods ?? []).map(({ isEndpoint }) => isEndpoint)
  expect(counts.filter(Boolean)).toHaveLength(2)
  run('sim wait 10s')
  run('kubectl scale deployment web --replicas=1')
  run('sim wait 1s')
  const pods = frames.take(sitting).traffic?.loads[0]?.pods ?? []
  expect(pods.filter(({ isEndpoint }) => isEndpoint)).toHaveLength(1)
  expect(pods.some(({ isEndpoint, rps }) => !isEndpoint && rps > 0)).toBe(true)
  expect(pods.every(({ threads }) => threads > 0)).toBe(true)
})

it('tells of a load at once, and when it is stopped before it has sent anything', () => {
  const { sitting, run, frames } = play()
  frames.take(sitting)
  run('sim traffic svc/web --rps 40')
  expect(frames.take(sitting).traffic?.loads).toMatchObject([{ target: 'svc/web', sent: 0, stopped: false }])
  run('sim traffic stop svc/web')
  expect(frames.take(sitting).traffic?.loads).toEqual([])
  expect(frames.take(sitting).traffic).toBeUndefined()
})
