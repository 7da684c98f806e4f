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
  return (
    <>
      <Button look="bare" onPress={openPalette} aria-label={say(words.palette)} aria-haspopup="dialog">
        <kbd className={styles.opener}>{keyName({ key: 'k', code: 'KeyK', command: true, shown: 'K' })}</kbd>
      </Button>
      {isOpen && (
        <Suspense>
          <PaletteDialog />
        </Suspense>
      )}
    </>
  )
}
