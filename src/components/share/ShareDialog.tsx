/** A link to this moment, the recording as a file, and the way back from a file to a world. */
import { Button as AriaButton, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../../state/index.ts'
import { AsidePart } from './AsidePart.tsx'
import { FilePart } from './FilePart.tsx'
import { LinkPart } from './LinkPart.tsx'
import styles from './ShareDialog.module.css'
import { closeShare } from './shareStore.ts'
import { words } from './words.ts'

export default function ShareDialog() {
  const say = useText()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closeShare()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {say(words.title)}
            </Heading>
            <AriaButton
              className={styles.close ?? ''}
              aria-label={say(words.close)}
              onPress={() => closeShare()}
            >
              ×
            </AriaButton>
          </header>
          <LinkPart />
          <FilePart />
          <AsidePart />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
