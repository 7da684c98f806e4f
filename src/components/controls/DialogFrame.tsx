/** A dialog over everything: its title, the way out, and what it is about. */
import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useText } from '../../state/index.ts'
import styles from './DialogFrame.module.css'

interface Props {
  readonly title: string
  readonly onClose: () => void
  /** A dialog with an editor in it takes the room there is; others are as high as what they hold. */
  readonly isTall?: boolean
  readonly children: ReactNode
}

const close = { en: 'Close', ko: '닫기' }

export function DialogFrame({ title, onClose, isTall = false, children }: Props) {
  const say = useText()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={styles.overlay ?? ''}
    >
      <Modal className={(isTall ? styles.tall : styles.modal) ?? ''}>
        <Dialog className={styles.dialog ?? ''}>
          <header className={styles.header}>
            <Heading slot="title" className={styles.title ?? ''}>
              {title}
            </Heading>
            <Button className={styles.close ?? ''} aria-label={say(close)} onPress={onClose}>
              ×
            </Button>
          </header>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
