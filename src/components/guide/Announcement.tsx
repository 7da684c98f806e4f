import type { ReactNode } from 'react'
import { type GuideState, type Step, useText } from '../../state/index.ts'
import { words } from './words.ts'

/** Tells those who don't see it that the answer has come. */
export function Announcement({ step, state }: { readonly step: Step; readonly state: GuideState }) {
  const announced = useAnnounced(step, state)
  return (
    <p className="visually-hidden" role="status">
      {announced}
    </p>
  )
}

function useAnnounced({ predict }: Step, { phase, chosen, happened }: GuideState): ReactNode {
  const say = useText()
  if (phase !== 'told') return null
  const option = (index: number | undefined) => {
    const text = index === undefined ? undefined : predict?.options[index]?.text
    return text === undefined ? '–' : say(text)
  }
  if (happened === undefined) return say(words.announceResult)
  if (chosen === happened) return say(words.announceRight, { happened: option(happened) })
  return say(words.announceWrong, { guess: option(chosen), happened: option(happened) })
}
