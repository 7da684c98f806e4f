import { useSession, useText } from '../../state/index.ts'
import { words } from './words.ts'

/** Why time can't be let run just now: a guess comes first. */
export function useRefusal(): string | undefined {
  const say = useText()
  const refusal = useSession(({ guide }) => guide?.refusal)
  return refusal === 'predict-first' ? say(words.predictFirst) : undefined
}
