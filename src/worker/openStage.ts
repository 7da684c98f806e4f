/** A new stage for what is to be shown, and what is said while it is built: the host is deaf meanwhile. */
import { decodeLink, readSave } from '../lab/link/index.ts'
import { openFile } from './openFile.ts'
import type { Opening, OpeningProgress } from './protocol.ts'
import { type Listeners, type Stage, stageKept, stageNamed, stageSandbox, stageSave } from './stage.ts'

/** Milliseconds between two words of how far an opening is. */
const progressEvery = 100
/** Milliseconds after which a world that is being set up is shown. */
const patience = 1500

interface Told {
  readonly ran: Listeners['ran']
  readonly progress: (progress: OpeningProgress) => void
}

export async function openStage(
  opening: Opening,
  { ran, progress }: Told,
  now: () => number,
): Promise<Stage> {
  const openedAt = now()
  let toldAt = 0
  return staged(opening, {
    ran,
    opening: (far) => {
      if (now() - toldAt < progressEvery) return
      toldAt = now()
      progress(far)
    },
    isLong: () => isLong(opening, now() - openedAt),
  })
}

/** A planet fills for a minute: it is seen as soon as there is something to see. */
function isLong(opening: Opening, milliseconds: number): boolean {
  if (opening.what === 'link' || opening.what === 'file' || opening.what === 'scenario') return false
  if (opening.template !== undefined) return opening.template === 'planet'
  return milliseconds > patience
}

async function staged(opening: Opening, listeners: Listeners): Promise<Stage> {
  switch (opening.what) {
    case 'scenario':
      return stageNamed(opening.id, listeners, opening)
    case 'sandbox':
      return stageSandbox(opening, listeners)
    case 'save':
      return stageKept(readSave(opening.save), opening.template, listeners)
    case 'link':
      return stageSave(await decodeLink(opening.code), true, listeners)
    case 'file':
      return openFile(opening.text, listeners)
  }
}
