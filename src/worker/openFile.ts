/** A file from somewhere: a save, or a scenario. Hostile until parsed. */
import { readSaveText } from '../lab/link/index.ts'
import { RefusedError, refusals } from './refusals.ts'
import { type Listeners, type Stage, stageSave, stageScenario } from './stage.ts'

/** Throws a SaveError or a RefusedError that says what is wrong with it. */
export async function openFile(text: string, listeners: Listeners): Promise<Stage> {
  if (text.trimStart().startsWith('{')) return stageSave(readSaveText(text), true, listeners)
  // The reader of YAML is large and seldom wanted: it comes when it is.
  const { parseScenario } = await import('../lab/scenario/parse.ts')
  try {
    return stageScenario(parseScenario(text, 'scenario.yaml'), listeners)
  } catch (error) {
    throw new RefusedError(refusals.unreadableFile((error as Error).message))
  }
}
