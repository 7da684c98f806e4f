import { Button as AriaButton, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../../state/index.ts'
import styles from './Manifest.module.css'
import { Manifest } from './Manifest.tsx'
import { closeManifest } from './manifestStore.ts'
import { words } from './words.ts'

/** The same editor over everything: for a file that was dropped. */
export default function ManifestDialog() {
  const say = useText()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closeManifest()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {say(words.title)}
            </Heading>
            <AriaButton className={styles.close ?? ''} aria-label={say(words.close)} onPress={closeManifest}>
              ×
            </AriaButton>
          </header>
          <Manifest />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
