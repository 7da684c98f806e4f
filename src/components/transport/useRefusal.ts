import { useSession, useText } from '../../state/index.ts'
import { words } from './words.ts'

/** Why time can't be let run just now: a guess comes first, or the world is not yet what it is to be. */
export function useRefusal(): string | undefined {
  const say = useText()
  const refusal = useSession(({ guide }) => guide?.refusal)
  const isFilling = useSession(({ clock }) => clock.filling)
  if (isFilling) return say(words.filling)
  return refusal === 'predict-first' ? say(words.predictFirst) : undefined
}
