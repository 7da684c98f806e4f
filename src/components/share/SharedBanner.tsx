/** Over a world from a link or a file: whose it is, that nothing of the reader's was touched, and the way back. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { backToMine, type Opened, progress, useSession, useText } from '../../state/index.ts'
import { Banner } from '../controls/Banner.tsx'
import { Button } from '../controls/Button.tsx'
import styles from './SharedBanner.module.css'
import { words } from './words.ts'

export function SharedBanner() {
  const say = useText()
  const opened = useSession(({ status, opened }) => (status === 'open' ? opened : undefined))
  const hasMine = useStore(progress, ({ last }) => last !== undefined)
  const [dismissed, dismiss] = useState<Opened>()
  if (opened?.shared !== true || opened === dismissed) return null
  return (
    <Banner label={say(words.banner)}>
      <p>{say(hasMine ? words.bannerMeans : words.bannerNew)}</p>
      <div className={styles.hands}>
        <Button onPress={() => dismiss(opened)}>{say(words.explore)}</Button>
        <Button onPress={backToMine}>{say(hasMine ? words.back : words.home)}</Button>
      </div>
    </Banner>
  )
}
