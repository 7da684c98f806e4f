/** The way to everything by its name: a button in the top bar, ⌘K or Ctrl-K from anywhere. */
import { lazy, Suspense } from 'react'
import { useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { keyName } from './keyName.ts'
import styles from './Palette.module.css'
import { openPalette, usePaletteOpen } from './paletteStore.ts'
import { words } from './words.ts'

const PaletteDialog = lazy(() => import('./PaletteDialog.tsx'))

export function Palette() {
  const say = useText()
  const isOpen = usePaletteOpen()
  const key = keyName({ key: 'k', code: 'KeyK', command: true, shown: 'K' })
  return (
    <>
      <Button
        look="bare"
        onPress={openPalette}
        aria-label={`${say(words.palette)} ${key}`}
        aria-haspopup="dialog"
      >
        <Glass />
        <kbd className={styles.opener}>{key}</kbd>
      </Button>
      {isOpen && (
        <Suspense>
          <PaletteDialog />
        </Suspense>
      )}
    </>
  )
}

function Glass() {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" aria-hidden="true">
      <circle cx="7.5" cy="7.5" r="5" strokeWidth="2" />
      <path d="m11.5 11.5 4.5 4.5" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
