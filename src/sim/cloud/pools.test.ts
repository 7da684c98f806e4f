import { describe, expect, it } from 'vitest'
import { Typist } from '../../../tests/support/lines.ts'

/** Machines by name, those on their way in brackets. */
function machines({ sitting }: Typist): string {
  const [pool] = sitting.world.engine.cloud?.pools ?? []
  return (pool?.machines ?? [])
    .map(({ name, cameAt }) => (cameAt === undefined ? `(${name})` : name))
    .join(' ')
}

function nodes(typist: Typist): string {
  return typist
    .type('kubectl get nodes -o name --no-headers')
    .trim()
    .replaceAll('node/', '')
    .replaceAll('\n', ' ')
}

function withPool(options = '--min 1 --max 5 --nodes 2', cluster = 'sim cluster --nodes 0'): Typist {
  const typist = new Typist(cluster)
  typist.type(`sim pool add gold ${options}`)
  return typist
}

describe('a pool', () => {
  it('brings its machines 40 to 80 seconds after they were asked for, and their kubelets register them', () => {
    const typist = withPool('--max 20 --nodes 20')
    typist.wait('39s')
    expect(nodes(typist)).toBe('')
    typist.wait('41s')
    expect(machines(typist)).not.toContain('(')
    const cameAt = typist.sitting.world.engine.cloud?.pool('gold')?.machines.map((machine) => machine.cameAt)
    expect(new Set(cameAt).size).toBeGreaterThan(10)
    expect(nodes(typist).split(' ')).toHaveLength(20)
  })

  it('takes 10 seconds in a classroom, or as long as it says', () => {
    const quick = withPool('--nodes 1', 'sim cluster --nodes 0 --profile classroom')
    quick.wait('9900ms')
    expect(machines(quick)).toBe('(gold-1)')
    quick.wait('100ms')
    expect(machines(quick)).toBe('gold-1')
    const slow = withPool('--nodes 1 --boot 5m', 'sim cluster --nodes 0 --profile classroom')
    slow.wait('299s')
    expect(machines(slow)).toBe('(gold-1)')
  })

  it('spreads its machines over its zones and gives them its shape and labels', () => {
    const typist = withPool('--nodes 3 --zones a,b --cpu 8 --memory 32Gi --labels tier=spot')
    typist.wait('2m')
    const { machines: physical } = typist.sitting.world.engine.substrate
    expect(
      physical
        .all()
        .map(({ zone }) => zone)
        .sort(),
    ).toEqual(['a', 'a', 'b'])
    expect(physical.get('gold-1')).toMatchObject({
      cpu: '8',
      memory: '32Gi',
      labels: { tier: 'spot', pool: 'gold' },
    })
  })

  it('gives machines back, those on their way first, then the youngest, and the cloud forgets their nodes', () => {
    const typist = withPool()
    typist.wait('2m')
    typist.type('sim pool scale gold 4')
    expect(machines(typist)).toBe('gold-1 gold-2 (gold-3) (gold-4)')
    typist.type('sim pool scale gold 3')
    expect(machines(typist)).toBe('gold-1 gold-2 (gold-3)')
    typist.type('sim pool scale gold 1')
    expect(machines(typist)).toBe('gold-1')
    typist.wait('2m')
    expect(nodes(typist)).toBe('gold-1')
    typist.type('sim pool scale gold 2')
    expect(machines(typist)).toBe('gold-1 (gold-5)')
  })

  it('brings nothing while it is broken, and begins anew when it is mended', () => {
    const typist = withPool()
    typist.wait('30s')
    typist.type('sim pool break gold')
    typist.wait('1h')
    expect(machines(typist)).toBe('(gold-1) (gold-2)')
    typist.type('sim pool fix gold')
    typist.wait('39s')
    expect(machines(typist)).toBe('(gold-1) (gold-2)')
    typist.wait('41s')
    expect(machines(typist)).toBe('gold-1 gold-2')
  })

  it('takes in a machine that is added by hand, and lets go of one that is removed', () => {
    const typist = withPool('--nodes 0 --max 2 --cpu 8')
    typist.type('sim node add first --pool gold')
    expect(machines(typist)).toBe('first')
    expect(typist.sitting.world.engine.substrate.machines.get('first')?.cpu).toBe('8')
    expect(typist.try('sim node add --pool gold --count 2').stderr).toContain('has at most 2 machines')
    expect(typist.try('sim node add --pool gold --cpu 2').stderr).toContain('all alike: leave out --cpu')
    typist.type('sim node remove first')
    expect(machines(typist)).toBe('')
  })

  it('is billed for the time its machines are there, and for nothing that is on its way', () => {
    const typist = withPool('--nodes 2 --price 0.5 --boot 1m', 'sim cluster --nodes 0 --profile classroom')
    typist.wait('61m')
    const rows = typist.type('sim pool cost').split('\n')
    expect(rows[1]?.split(/\s{2,}/)).toEqual(['gold', '2', '2.00', '0.50', '1.00', '0%', '0%'])
    typist.type('sim pool remove gold')
    expect(typist.type('sim pool list')).toBe('there are no pools\n')
  })

  it('is part of the world: saved, hashed, and reached again', () => {
    const typist = withPool()
    typist.wait('20s')
    typist.type('sim checkpoint here')
    typist.wait('2m')
    const { hash } = typist.sitting
    typist.type('sim back here')
    expect(machines(typist)).toBe('(gold-1) (gold-2)')
    typist.wait('2m')
    expect(typist.sitting.hash).toBe(hash)
    typist.type('sim pool list')
    typist.type('sim pool cost')
    expect(typist.sitting.hash).toBe(hash)
  })

  it.each([
    ['add', 'give one NAME'],
    ['add Gold', '"Gold" is no name for a pool'],
    ['add gold', 'there is a pool "gold" already'],
    ['add x --min 5 --max 4', '--max must not be below --min, 5'],
    ['add x --max 2 --nodes 3', '--nodes must be a whole number from 0 to 2'],
    ['add x --zones a,a', '--zones must name each zone once'],
    ['add x --labels tier', '--labels must look like tier=spot,disk=ssd'],
    ['add x --price free', '--price must be a number like 0.20'],
    ['scale gold', 'give the NAME of a pool and a SIZE'],
    ['scale gold 6', 'pool "gold" has from 1 to 5 machines, not "6"'],
    ['break silver', 'there is no pool "silver"'],
    ['paint', 'say what to do: add, break, cost, fix, list, remove, scale'],
  ])('refuses `sim pool %s`', (line, message) => {
    const { exit, stderr } = withPool().try(`sim pool ${line}`)
    expect({ exit, stderr: stderr.slice(0, 17 + message.length) }).toEqual({
      exit: 1,
      stderr: `error: sim pool: ${message}`,
    })
  })

  it('is refused where there is no cloud', () => {
    const typist = new Typist('sim cluster --nodes 1', { cloud: 'none' })
    expect(typist.try('sim pool list').stderr).toBe('error: sim pool: this cluster has no cloud under it\n')
  })
})
