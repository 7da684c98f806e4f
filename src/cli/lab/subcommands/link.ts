/** `lab link FILE`: runs a script to its end and prints the link that opens the world it leaves. */
import { caps, encodeLink, type Save, type SavedFile, saveOf } from '../../../lab/link/index.ts'
import { runScriptLines } from '../../../lab/runScript.ts'
import { Script } from '../../../lab/script.ts'
import { Sitting } from '../../../lab/sitting.ts'
import { readManifest, readScript } from '../files.ts'
import { type LabOptions, parseOptions, sittingOptions } from '../options.ts'
import { write } from '../output.ts'

export default async function link(args: readonly string[]): Promise<number> {
  try {
    const options = parseOptions(args.filter((arg) => arg !== '--json'))
    if (options.hash || options.trace !== undefined) throw new Error('--hash and --trace belong to lab open')
    const { save, exit } = played(options)
    const told = args.includes('--json') ? JSON.stringify(save) : await linkTo(save)
    write(1, `${told}\n`)
    return exit
  } catch (error) {
    write(2, `lab link: ${(error as Error).message}\n`)
    return 2
  }
}

/** What the script prints is not asked for here; what goes wrong in it is. */
function played(options: LabOptions): { readonly save: Save; readonly exit: number } {
  const files = new Map<string, string>()
  const sitting = new Sitting({
    ...sittingOptions(options),
    readFile: (path) => {
      const text = readManifest(path)
      if (text !== undefined) files.set(path, text)
      return text
    },
  })
  const exit = runScriptLines(sitting, new Script(readScript(options.file)), {
    keepGoing: options.keepGoing,
    write: (descriptor, text) => descriptor === 2 && write(2, text),
  })
  if (options.until !== undefined) sitting.advanceTo(options.until)
  return { save: saveOf(sitting, { files: [...files] satisfies readonly SavedFile[] }), exit }
}

async function linkTo(save: Save): Promise<string> {
  const code = await encodeLink(save)
  if (code.length <= caps.code) return `#k=${code}`
  throw new Error(`this recording would make a link of ${code.length} letters: use --json and send the file`)
}
