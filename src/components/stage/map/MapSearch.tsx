/** Finds a node or a pod by a part of its name, goes there and marks it. */
import { type KeyboardEvent, useId, useState } from 'react'
import { type Found, find, useFound, useText } from '../../../state/index.ts'
import styles from './MapLens.module.css'
import type { MapPicture } from './MapPicture.ts'
import { mapStore } from './mapStore.ts'
import { words } from './words.ts'

const most = 8

export function MapSearch({ picture }: { readonly picture: MapPicture | undefined }) {
  const say = useText()
  const listId = useId()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const found = useFound(text, most)
  const type = (value: string) => {
    setText(value)
    setOpen(value.trim() !== '')
    setActive(-1)
    if (value === '') mapStore.setState({ marked: 0 })
  }
  const go = ({ slot, name }: Found) => {
    setText(name)
    setOpen(false)
    picture?.jumpTo(slot)
  }
  /** Without a choice the first there is, even before it is listed. */
  const enter = async () => {
    const one = found[active] ?? (await find(text, 1))[0]
    if (one !== undefined) go(one)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') enter()
    else if (event.key === 'ArrowDown') setActive(Math.min(found.length - 1, active + 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(-1, active - 1))
    else if (event.key === 'Escape' && isOpen) setOpen(false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={styles.search}>
      <input
        className={styles.searchInput}
        type="text"
        role="combobox"
        aria-label={say(words.search)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={say(words.search)}
        spellCheck={false}
        autoComplete="off"
        value={text}
        onChange={({ target }) => type(target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
      />
      {isOpen && (
        <div id={listId} role="listbox" aria-label={say(words.found)} className={styles.found}>
          {found.map((one, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the field above
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
            <div
              key={`${one.kind}/${one.slot}`}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={styles.foundItem}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => go(one)}
            >
              <span className={styles.foundKind}>{one.kind}</span>
              <code>{one.name}</code>
            </div>
          ))}
        </div>
      )}
      {isOpen && found.length === 0 && (
        <p className={styles.nothing} role="status">
          {say(words.nothingFound)}
        </p>
      )}
    </div>
  )
}
