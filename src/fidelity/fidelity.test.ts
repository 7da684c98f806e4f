import { describe, expect, it } from 'vitest'
import { kinds as simulatedKinds } from '../sim/api/kinds/index.ts'
import { childrenOf, commandNames } from '../sim/commands/kubectl/catalogue.ts'
import { plugins } from '../sim/scheduler/framework/registry.ts'
import { Simulation } from '../sim/world/simulation.ts'
import { commands, fidelity, kinds } from './index.ts'

const parts = fidelity.flatMap((area) => area.parts)
const names = parts.map(({ name }) => name)

describe('what is told of the fidelity to Kubernetes', () => {
  it('leaves out no component of a world and no plugin of the scheduler', () => {
    const components = new Simulation({ seed: 1 }).components.all.map(({ name }) => name)
    const named = [...components, ...plugins.map(({ name }) => name)]
    expect(named.filter((name) => !names.includes(name))).toEqual([])
  })

  it('names every part once, with its place in the sources', () => {
    expect(new Set(names).size).toBe(names.length)
    expect(parts.filter(({ upstream, version }) => upstream === '' || !/^v[01]\.\d+$/.test(version))).toEqual(
      [],
    )
  })

  it.each(parts.flatMap(({ name, deviations }) => deviations.map((one) => [name, one] as const)))(
    'is said of %s in both languages: $en',
    (_, { en, ko }) => {
      expect(en).toMatch(/^[A-Z-].*\.$|^kubectl .*\.$/)
      expect(ko).toMatch(/(요|여요|예요)\.$/)
      // These words stay as Korean engineers write them.
      expect(ko).not.toMatch(/파드|레플리카셋|디플로이먼트|습니다/)
    },
  )

  it('tells the kinds that there are', () => {
    expect([...kinds.simulated].sort()).toEqual(simulatedKinds.map(({ kind }) => kind).sort())
    expect(kinds.missing.filter((kind) => simulatedKinds.some((one) => one.kind === kind))).toEqual([])
  })

  it('tells of every command of kubectl whether it is there', () => {
    const there = childrenOf('').map(([name]) => name)
    expect([...commands.simulated].sort()).toEqual(there.sort())
    expect([...commands.missing].sort()).toEqual(commandNames.filter((name) => !there.includes(name)).sort())
  })
})
