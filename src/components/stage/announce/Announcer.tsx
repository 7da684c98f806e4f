/** Says what happens on the stage, for those who don't see it: short, merged, and never faster than one can listen. */
import { useEffect, useState } from 'react'
import { onFrame, useText } from '../../../state/index.ts'
import { News, type Sentence } from './News.ts'

/** Between two announcements; the first waits a little too, so that what belongs together comes together. */
const pause = 2000
const gather = 300

export function Announcer() {
  const say = useText()
  const sentences = useSentences()
  return (
    <p className="visually-hidden" role="status" aria-live="polite" data-announcer="">
      {sentences.map(({ text, slots }) => say(text, slots)).join(' ')}
    </p>
  )
}

function useSentences(): readonly Sentence[] {
  const [sentences, setSentences] = useState<readonly Sentence[]>([])
  useEffect(() => {
    const news = new News()
    let timer: ReturnType<typeof setTimeout> | undefined
    let last = Number.NEGATIVE_INFINITY
    const tell = () => {
      timer = undefined
      last = performance.now()
      if (!news.isEmpty) setSentences(news.tell())
    }
    const stop = onFrame((frame, before, now) => {
      news.take(frame, before, now)
      if (news.isEmpty) return
      timer ??= setTimeout(tell, Math.max(gather, last + pause - performance.now()))
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
  return sentences
}
