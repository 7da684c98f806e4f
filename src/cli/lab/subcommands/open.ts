/** `lab open LINK`: builds the world of a link again, as far as it had come. */
import { decodeLink, openSave, readSaveText, type Save } from '../../../lab/link/index.ts'
import { setUp } from '../../../lab/player/setUp.ts'
import { scenarioNamed } from '../../../lab/scenario/library.ts'
import { Sitting } from '../../../lab/sitting.ts'
import { openTrace, readScript } from '../files.ts'
import { type LabOptions, parseOptions } from '../options.ts'
import { write } from '../output.ts'

export default async function open(args: readonly string[]): Promise<number> {
  try {
    const options = parseOptions(args)
    if (options.seed !== undefined || options.profile !== undefined || options.keepGoing)
      throw new Error('a link has a seed and a profile of its own')
    show(await read(options.file), options)
    return 0
  } catch (error) {
    write(2, `lab open: ${(error as Error).message}\n`)
    return 2
  }
}

async function read(source: string | undefined): Promise<Save> {
  if (source === undefined) throw new Error('give a link, a file or - for standard input')
  if (source !== '-' && !source.endsWith('.json')) return decodeLink(source)
  const text = readScript(source)
  return text.trimStart().startsWith('{') ? readSaveText(text) : decodeLink(text)
}

function show(save: Save, { until, hash, trace, keyframes }: LabOptions): void {
  const file = trace === undefined ? undefined : openTrace(trace)
  const following = file === undefined ? {} : { onProgress: file.record }
  const { sitting, notice } = openSave(save, {
    setUp: atStartOf,
    sitting: { keyframes, ...following },
    ...(file === undefined ? {} : { onStep: file.record }),
  })
  if (until !== undefined) sitting.advanceTo(until)
  file?.close()
  if (notice !== undefined) write(2, `${notice.en}\n`)
  if (hash) write(1, `hash ${sitting.hash}\n`)
}

function atStartOf(id: string, seed: number): Sitting | undefined {
  const scenario = scenarioNamed(id)
  if (scenario === undefined) return undefined
  const sitting = new Sitting({ seed })
  setUp(sitting, scenario.setup)
  return sitting
}
