/** The button in the top bar, and the dialog behind it. */
import { lazy, Suspense } from 'react'
import { useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { openShare, useShareOpen } from './shareStore.ts'
import { words } from './words.ts'

const ShareDialog = lazy(() => import('./ShareDialog.tsx'))

export function Share() {
  const say = useText()
  const isOpen = useShareOpen()
  const hasWorld = useSession(({ status }) => status === 'open')
  return (
    <>
      <Button look="bare" isDisabled={!hasWorld} onPress={openShare} aria-haspopup="dialog">
        {say(words.share)}
      </Button>
      {isOpen && (
        <Suspense>
          <ShareDialog />
        </Suspense>
      )}
    </>
  )
}
