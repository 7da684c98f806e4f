import { beforeEach, describe, expect, it } from 'vitest'
import { Host } from './host.ts'
import type { Answers, Message, Request, Save } from './protocol.ts'

/** A host whose time a test lets pass, and what it said. */
class Bench {
  readonly said: Message[] = []
  clock = 0
  #ids = 0
  readonly host = new Host(
    (message) => this.said.push(message),
    () => this.clock,
  )

  async ask<T extends keyof Answers>(request: Record<string, unknown> & { type: T }): Promise<Answers[T]> {
    const id = ++this.#ids
    await this.host.hear({ ...request, id } as unknown as Request)
    const answer = this.said.findLast(
      (message) => (message.type === 'answer' || message.type === 'refused') && message.id === id,
    )
    if (answer?.type === 'refused') throw new Error(answer.en)
    if (answer?.type !== 'answer') throw new Error('no answer')
    return answer.value as Answers[T]
  }

  tell(request: Request): Promise<void> {
    return this.host.hear(request)
  }

  /** Real seconds, in slices of 16 ms. */
  async pass(seconds: number): Promise<void> {
    for (let at = 0; at < seconds * 1000; at += 16) {
      this.clock += 16
      this.host.elapse(16)
      await this.host.hear({ type: 'drawn' })
    }
  }

  get frame() {
    const last = this.said.findLast((message) => message.type === 'frame')
    if (last?.type !== 'frame') throw new Error('no frame')
    return last
  }

  get tick(): number {
    return this.frame.clock.tick
  }
}

let bench: Bench

beforeEach(() => {
  bench = new Bench()
})

const deployment = 'kubectl create deployment web --image=nginx --replicas=3'

describe('the host of the engine', () => {
  it('shows a world before anything else, and paused', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: ['sim cluster --nodes 2'] } })
    expect(bench.frame.frame.whole).toBe(true)
    expect(bench.frame.frame.nodes.changed.map(({ name }) => name)).toEqual(['node-1', 'node-2'])
    await bench.pass(1)
    expect(bench.tick).toBe(0)
  })

  it('lets time pass at the speed asked for', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: ['sim cluster'] } })
    await bench.tell({ type: 'speed', speed: 4 })
    await bench.tell({ type: 'play' })
    await bench.pass(2)
    expect(bench.tick).toBeGreaterThanOrEqual(79)
    expect(bench.tick).toBeLessThanOrEqual(81)
  })

  it('goes slower than a tick a slice, too', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: ['sim cluster'] } })
    await bench.tell({ type: 'speed', speed: 0.25 })
    await bench.tell({ type: 'play' })
    await bench.pass(2)
    expect(bench.tick).toBe(5)
  })

  it('sends no frame before the last has been drawn', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: ['sim cluster'] } })
    await bench.tell({ type: 'play' })
    const before = bench.said.filter(({ type }) => type === 'frame').length
    for (let i = 0; i < 50; i++) bench.host.elapse(100)
    expect(bench.said.filter(({ type }) => type === 'frame').length - before).toBeLessThanOrEqual(1)
  })

  it('moves time for a line that blocks, and stands still again when it ends', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox', lines: ['sim cluster'] } })
    await bench.ask({ type: 'line', line: deployment })
    void bench.tell({ type: 'line', id: 99, line: 'kubectl rollout status deployment/web' })
    await bench.pass(20)
    const answer = bench.said.find((message) => message.type === 'answer' && message.id === 99)
    expect(answer).toMatchObject({ value: { exit: 0 } })
    const { tick } = bench
    await bench.pass(2)
    expect(bench.tick).toBe(tick)
  })

  it('opens what it saved at the same moment with the same hash', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    await bench.ask({ type: 'line', line: 'kubectl scale deployment/web --replicas=7' })
    await bench.tell({ type: 'play' })
    await bench.pass(1.5)
    await bench.tell({ type: 'pause' })
    const hash = await bench.ask({ type: 'hash' })
    const save: Save = await bench.ask({ type: 'save' })
    const { code } = await bench.ask({ type: 'link' })
    const other = new Bench()
    await other.ask({ type: 'open', opening: { what: 'save', save: JSON.parse(JSON.stringify(save)) } })
    expect(await other.ask({ type: 'hash' })).toBe(hash)
    expect((await other.ask({ type: 'open', opening: { what: 'link', code } })).shared).toBe(true)
    expect(await other.ask({ type: 'hash' })).toBe(hash)
  })

  it('opens a link with the lens, the speed and the object that its maker looked at', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    const first = bench.frame.frame.nodes.changed[0]?.slot ?? 0
    await bench.tell({ type: 'lens', lens: 'map' })
    await bench.tell({ type: 'speed', speed: 4 })
    await bench.tell({ type: 'inspect', slot: first })
    const { code } = await bench.ask({ type: 'link' })
    const { seen } = await new Bench().ask({ type: 'open', opening: { what: 'link', code } })
    expect(seen).toEqual({ lens: 'map', speed: 4, selected: first })
  })

  it('keeps the world that is open when a link is broken', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    const hash = await bench.ask({ type: 'hash' })
    await expect(bench.ask({ type: 'open', opening: { what: 'link', code: 'rubbish' } })).rejects.toThrow()
    expect(await bench.ask({ type: 'hash' })).toBe(hash)
  })

  it('jumps over quiet time to the next change', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    await bench.ask({ type: 'line', line: 'sim node fail node-1' })
    const { tick } = bench
    await bench.pass(0.1)
    await bench.tell({ type: 'run-until', stop: 'node-failed' })
    await bench.pass(1)
    expect((bench.tick - tick) / 10).toBeGreaterThan(35)
    expect((bench.tick - tick) / 10).toBeLessThan(60)
  })

  it('comes to the same hash after going back and running on', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    await bench.ask({ type: 'line', line: 'kubectl scale deployment/web --replicas=6' })
    await bench.tell({ type: 'play' })
    await bench.pass(3)
    await bench.tell({ type: 'pause' })
    const end = bench.tick
    const hash = await bench.ask({ type: 'hash' })
    await bench.tell({ type: 'seek', tick: end - 25 })
    await bench.tell({ type: 'drawn' })
    expect(bench.frame.frame.whole).toBe(true)
    await bench.tell({ type: 'seek', tick: end })
    expect(await bench.ask({ type: 'hash' })).toBe(hash)
  })

  it('undoes the last line', async () => {
    await bench.ask({ type: 'open', opening: { what: 'sandbox' } })
    const hash = await bench.ask({ type: 'hash' })
    await bench.ask({ type: 'line', line: 'kubectl scale deployment/web --replicas=6' })
    await bench.pass(0.1)
    expect(bench.frame.clock.undo).toBe('kubectl scale deployment/web --replicas=6')
    await bench.ask({ type: 'line', line: 'sim undo' })
    await bench.pass(0.1)
    expect(await bench.ask({ type: 'hash' })).toBe(hash)
    expect(bench.frame.clock.undo).toBeUndefined()
  })
})
