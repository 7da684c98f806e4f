/**
 * Turns `src/scenarios/*.yaml` into scenarios while the app, the command line and the tests are built, so that no YAML
 * parser reaches the browser's first load and a scenario that is broken or half-translated fails the build. With `?card`
 * only what the home page shows of it, with `?small` a scenario with sizes as tests play it.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Plugin } from 'vite'
import { parseScenario } from '../src/lab/scenario/parse.ts'
import type { Scenario } from '../src/lab/scenario/scenario.ts'
import type { Size } from '../src/lab/scenario/sizes.ts'
import type { ScenarioCard } from '../src/scenarios/index.ts'

export function scenarioFiles(): Plugin {
  return {
    name: 'kubeloop:scenario-files',
    load(id) {
      const [path = '', query] = id.split('?', 2)
      if (!/\/src\/scenarios\/[^/]+\.yaml$/.test(path)) return null
      const scenario = readScenario(path, query === 'small' ? 'small' : 'full')
      const value = query === 'card' ? cardOf(scenario) : scenario
      return { code: `export default ${JSON.stringify(value)}`, moduleType: 'js' }
    },
  }
}

function readScenario(path: string, size: Size): Scenario {
  const file = `src/scenarios/${basename(path)}`
  const scenario = parseScenario(readFileSync(path, 'utf8'), file, size)
  if (`${scenario.id}.yaml` !== basename(path))
    throw new Error(`${file}: expected metadata.id to be the file's name`)
  return scenario
}

function cardOf({ id, chapter, minutes, level, order, steps, title, summary }: Scenario): ScenarioCard {
  return { id, chapter, minutes, level, order, steps: steps.length, title, summary }
}
