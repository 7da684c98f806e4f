/** The studio as the page speaks to it: in a worker, that paints on canvases that were handed to it. */
import type { FromStudio, ToStudio } from './messages.ts'

/** Pictures that want to know whether something in them moves, by their numbers. */
export const listeners = new Map<number, (isMoving: boolean) => void>()

let worker: Worker | undefined

export function tellStudio(message: ToStudio, transfer: Transferable[] = []): void {
  worker ??= openStudio()
  worker.postMessage(message, transfer)
}

/** One for all pictures, from the first on: an idle worker costs nothing. */
function openStudio(): Worker {
  const made = new Worker(new URL('./thread.ts', import.meta.url), { type: 'module', name: 'stage' })
  made.onmessage = ({ data: { id, isMoving } }: MessageEvent<FromStudio>) => listeners.get(id)?.(isMoving)
  return made
}
