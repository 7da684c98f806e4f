/** The menu of a target. Each item shows the line it runs; one that can't be done says why. */
import { useRef } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import type { Text } from '../../../i18n/index.ts'
import { select, showLens, useText, watchService } from '../../../state/index.ts'
import styles from './DeedMenu.module.css'
import { type Deed, deedsFor } from './deed.ts'
import { doNow } from './doing.ts'
import { nameOf, type Target } from './target.ts'
import { words } from './words.ts'

interface Props {
  readonly target: Target
  readonly anchor: Element
  /** Why nothing may be changed just now. */
  readonly obstacle: Text | undefined
  readonly onClose: () => void
  readonly onAsk: () => void
}

const inspect = 'inspect'
const watch = 'watch'

export default function DeedMenu({ target, anchor, obstacle, onClose, onAsk }: Props) {
  const say = useText()
  const trigger = useRef(anchor)
  const deeds = deedsFor(target)
  const name = say(words.menu, { name: nameOf(target) })
  const act = (id: string) => {
    const deed = deeds.find((one) => one.id === id)
    onClose()
    if (id === inspect) select(slotOf(target))
    else if (id === watch) {
      watchService(slotOf(target))
      showLens('traffic')
    } else if (deed?.asks !== undefined) onAsk()
    else if (deed !== undefined) doNow(deed, obstacle)
  }
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
      aria-label={name}
      className={styles.popover ?? ''}
    >
      <Menu
        className={styles.menu ?? ''}
        aria-label={name}
        autoFocus="first"
        onAction={(id) => act(String(id))}
        disabledKeys={deeds.filter((deed) => obstacle ?? deed.obstacle).map(({ id }) => id)}
      >
        {deeds.map((deed) => (
          <Item key={deed.id} deed={deed} obstacle={obstacle ?? deed.obstacle} />
        ))}
        {target.kind === 'service' && (
          <MenuItem id={watch} textValue={say(words.watch)} className={styles.item ?? ''}>
            {say(words.watch)}
          </MenuItem>
        )}
        {slotOf(target) !== 0 && (
          <MenuItem id={inspect} textValue={say(words.inspect)} className={styles.item ?? ''}>
            {say(words.inspect)}
          </MenuItem>
        )}
      </Menu>
    </Popover>
  )
}

/** Its name is all that it says: what can be seen of it is what a voice calls it by. */
function Item({ deed, obstacle }: { readonly deed: Deed; readonly obstacle: Text | undefined }) {
  const say = useText()
  return (
    <MenuItem id={deed.id} textValue={say(deed.label)} className={styles.item ?? ''}>
      <span>{say(deed.label)}</span>{' '}
      <span className={styles.description}>
        {obstacle === undefined ? <code>{deed.line}</code> : say(obstacle)}
      </span>
    </MenuItem>
  )
}

function slotOf(target: Target): number {
  if (target.kind === 'pod') return target.pod.slot
  if (target.kind === 'node') return target.node.slot
  if (target.kind === 'service') return target.service.slot
  if (target.kind === 'autoscaler') return target.autoscaler.slot
  return target.kind === 'workload' ? target.workload.slot : 0
}
