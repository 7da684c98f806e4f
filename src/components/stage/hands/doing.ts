/** Doing a deed, or saying why not. */
import type { Text } from '../../../i18n/index.ts'
import { notify, run, useSession } from '../../../state/index.ts'
import { words as transportWords } from '../../transport/words.ts'
import type { Deed } from './deed.ts'

const refusals = { 'predict-first': transportWords.predictFirst, running: transportWords.guideRuns } as const

/** Why nothing may be changed just now; undefined: it may. */
export function useObstacle(): Text | undefined {
  const refusal = useSession(({ guide }) => guide?.refusal)
  return refusal && refusals[refusal]
}

export function doNow(
  { line, obstacle: own }: Pick<Deed, 'line' | 'obstacle'>,
  obstacle: Text | undefined,
): void {
  const reason = obstacle ?? own
  if (reason === undefined) void run(line)
  else notify(reason)
}
