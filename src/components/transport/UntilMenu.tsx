import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Text } from '../../i18n/index.ts'
import { runUntil, type StopCondition, useSession, useText } from '../../state/index.ts'
import { Button } from '../controls/Button.tsx'
import { icons } from './icons.tsx'
import { ToolButton } from './ToolButton.tsx'
import styles from './UntilMenu.module.css'
import { useRefusal } from './useRefusal.ts'
import { words } from './words.ts'

interface Choice {
  readonly name: Text
  readonly why?: Text
}

const choices: { readonly [S in StopCondition]: Choice } = {
  'next-change': { name: words.nextChange, why: words.nextChangeWhy },
  'next-event': { name: words.nextEvent },
  converged: { name: words.converged, why: words.convergedWhy },
  'all-ready': { name: words.allReady },
  'pending-pod': { name: words.pendingPod },
  'node-failed': { name: words.nodeFailed },
}

/** As fast as it can, to the moment that something becomes true. */
export function UntilMenu() {
  const say = useText()
  const refusal = useRefusal()
  const isSeeking = useSession(({ clock }) => clock.seeking)
  if (refusal !== undefined)
    return <ToolButton label={say(words.until)} icon={icons.until} refusal={refusal} hasText />
  return (
    <MenuTrigger>
      <Button look="bare" isDisabled={isSeeking}>
        {icons.until}
        <span className={styles.name}>{say(isSeeking ? words.seeking : words.until)}</span>
      </Button>
      <Popover className={styles.popover ?? ''} placement="top">
        <Menu
          className={styles.menu ?? ''}
          aria-label={say(words.until)}
          onAction={(stop) => runUntil(stop as StopCondition)}
        >
          {Object.entries(choices).map(([stop, { name, why }]) => (
            <MenuItem key={stop} id={stop} textValue={say(name)} className={styles.item ?? ''}>
              <span>{say(name)}</span>
              {why !== undefined && <span className={styles.why}> {say(why)}</span>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
