/** Finds a node or a pod by a part of its name, goes there and marks it. */
import { useEffect, useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { type Found, find, useText } from '../../../state/index.ts'
import styles from './MapLens.module.css'
import type { MapPicture } from './MapPicture.ts'
import { mapStore } from './mapStore.ts'
import { words } from './words.ts'

const most = 8
/** Milliseconds after the last letter. */
const patience = 120

export function MapSearch({ picture }: { readonly picture: MapPicture | undefined }) {
  const say = useText()
  const [text, setText] = useState('')
  const found = useFound(text)
  const go = (slot: number) => {
    if (slot > 0) picture?.jumpTo(slot)
  }
  return (
    <ComboBox
      className={styles.search ?? ''}
      aria-label={say(words.search)}
      inputValue={text}
      onInputChange={(value) => {
        setText(value)
        if (value === '') mapStore.setState({ marked: 0 })
      }}
      items={found}
      selectedKey={null}
      onSelectionChange={(key) => {
        const one = found.find(({ id }) => id === key)
        if (one === undefined) return
        setText(one.name)
        go(one.slot)
      }}
      allowsCustomValue
      allowsEmptyCollection={text.trim() !== ''}
      menuTrigger="input"
      onKeyDown={(event) => {
        // Enter takes the first that was found, where none was chosen.
        if (event.key === 'Enter' && found[0] !== undefined && !hasChoice(event.target as Element))
          go(found[0].slot)
        else event.continuePropagation()
      }}
    >
      <Input className={styles.searchInput ?? ''} placeholder={say(words.search)} spellCheck={false} />
      <Popover className={styles.found ?? ''} placement="bottom start">
        <ListBox
          className={styles.foundList ?? ''}
          aria-label={say(words.found)}
          renderEmptyState={() => <p className={styles.nothing}>{say(words.nothingFound)}</p>}
        >
          {(one: FoundItem) => (
            <ListBoxItem id={one.id} textValue={one.name} className={styles.foundItem ?? ''}>
              <span className={styles.foundKind}>{one.kind}</span>
              <code>{one.name}</code>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

interface FoundItem extends Found {
  readonly id: string
}

function hasChoice(target: Element): boolean {
  return target.getAttribute('aria-activedescendant') !== null
}

function useFound(text: string): readonly FoundItem[] {
  const [found, setFound] = useState<readonly FoundItem[]>([])
  useEffect(() => {
    let isOver = false
    const timer = setTimeout(async () => {
      const all = text.trim() === '' ? [] : await find(text, most)
      if (!isOver) setFound(all.map((one) => ({ ...one, id: `${one.kind}/${one.slot}` })))
    }, patience)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [text])
  return found
}
