/** Asks for a new image, beside the Deployment whose pods will run it: the world goes on meanwhile. */
import { useRef, useState } from 'react'
import { Dialog, Input, Label, Popover, TextField } from 'react-aria-components'
import { run, useText } from '../../../state/index.ts'
import { Button } from '../../controls/Button.tsx'
import type { Workload } from '../desired/workloads.ts'
import { imageLine } from './deed.ts'
import styles from './ImageDialog.module.css'
import { words } from './words.ts'

interface Props {
  readonly workload: Workload
  readonly anchor: Element
  readonly onClose: () => void
}

export default function ImageDialog({ workload, anchor, onClose }: Props) {
  const say = useText()
  const trigger = useRef(anchor)
  const [image, setImage] = useState(workload.image)
  const isNew = image.trim() !== '' && image.trim() !== workload.image
  const line = imageLine(workload, quoted(image.trim()))
  const label = say(words.image, { container: workload.container })
  const submit = () => {
    onClose()
    void run(line)
  }
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
      className={styles.popover ?? ''}
    >
      <Dialog className={styles.dialog ?? ''} aria-label={label}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (isNew) submit()
          }}
        >
          <TextField value={image} onChange={setImage} autoFocus className={styles.field ?? ''}>
            <Label>{label}</Label>
            <Input
              className={styles.input ?? ''}
              spellCheck="false"
              autoCapitalize="off"
              autoComplete="off"
            />
          </TextField>
          <code className={styles.line}>{line}</code>
          <Button type="submit" look="primary" isDisabled={!isNew}>
            {say(words.run)}
          </Button>
        </form>
      </Dialog>
    </Popover>
  )
}

/** An image's name needs no quotes; what else was typed stays one word of the line. */
function quoted(image: string): string {
  return /^[\w./:@-]*$/.test(image) ? image : `'${image.replaceAll("'", '')}'`
}
