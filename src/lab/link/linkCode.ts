/** A save as the text after `#k=`: base64url(deflate-raw(JSON)). */
import type { Entry } from '../recording.ts'
import { fromBase64url, toBase64url } from './base64url.ts'
import { caps } from './caps.ts'
import { deflate, inflate } from './deflate.ts'
import { firstEngine } from './engineVersion.ts'
import { parsed, readSave } from './readSave.ts'
import type { Save } from './save.ts'
import { SaveError } from './saveError.ts'
import { refusals } from './words.ts'

/** One longer than `caps.code` will not be opened: give a file instead. */
export async function encodeLink(save: Save): Promise<string> {
  return toBase64url(await deflate(new TextEncoder().encode(JSON.stringify(compact(save)))))
}

/** Takes the code, the `#k=…` or the whole address. Throws a SaveError where it is not a link. */
export async function decodeLink(link: string): Promise<Save> {
  const code = codeIn(link)
  if (code.length > caps.code) throw new SaveError(refusals.codeTooLong)
  const bytes = fromBase64url(code)
  if (bytes === undefined) throw new SaveError(refusals.noCode)
  const inflated = await inflate(bytes, caps.inflated)
  if (inflated === 'too large') throw new SaveError(refusals.tooLarge)
  if (inflated === 'damaged') throw new SaveError(refusals.damaged)
  return readSave(parsed(new TextDecoder().decode(inflated), refusals.damaged))
}

/** Mail programs break long lines, so blanks are nothing. */
function codeIn(link: string): string {
  const mark = link.indexOf('#k=')
  return link.slice(mark < 0 ? 0 : mark + 3).replace(/\s+/g, '')
}

function compact({
  v,
  engine,
  scenario,
  cluster,
  profile,
  seed,
  log,
  at,
  applied,
  files,
  view,
}: Save): object {
  return {
    v,
    ...(engine === firstEngine ? {} : { engine }),
    ...(scenario === undefined ? { cluster } : { scenario }),
    ...(profile === undefined ? {} : { profile }),
    seed,
    log: log.map(listOf),
    at,
    ...(applied === undefined ? {} : { applied }),
    ...(files === undefined ? {} : { files }),
    ...(view === undefined ? {} : { view }),
  }
}

function listOf({ tick, line, stdin }: Entry): readonly unknown[] {
  return stdin === undefined ? [tick, line] : [tick, line, stdin]
}
