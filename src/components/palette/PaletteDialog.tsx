/** Type a few letters, choose with the arrows, Enter. */
import { useMemo, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { mostNamed, useFound, useText, useWorld } from '../../state/index.ts'
import { type Entry, entriesFor, mostObjects } from './entries.ts'
import { keyName } from './keyName.ts'
import styles from './Palette.module.css'
import { closeDialog } from './paletteStore.ts'
import { isCommandLine } from './search.ts'
import { words } from './words.ts'

export default function PaletteDialog() {
  const say = useText()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closeDialog()}
      className={styles.overlay ?? ''}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} aria-label={say(words.palette)}>
          <Search />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function Search() {
  const say = useText()
  const [query, setQuery] = useState('')
  const isLarge = useWorld(({ pods }) => pods.size > mostNamed)
  const found = useFound(isLarge && !isCommandLine(query) ? query : '', mostObjects)
  // Names come and go with pods; the list follows only when one does.
  const podsVersion = useWorld((world) => world.podsVersion)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the world's names are read when pods change.
  const sections = useMemo(() => entriesFor(query, say, found), [query, say, found, podsVersion])
  const byId = useMemo(
    () => new Map(sections.flatMap(({ entries }) => entries.map((entry) => [entry.id, entry]))),
    [sections],
  )
  const choose = (id: React.Key) => {
    closeDialog()
    byId.get(String(id))?.run()
  }
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField className={styles.search ?? ''} aria-label={say(words.search)} autoFocus>
        <Input className={styles.input ?? ''} placeholder={say(words.search)} spellCheck={false} />
      </SearchField>
      <ListBox
        className={styles.list ?? ''}
        aria-label={say(words.found)}
        items={sections}
        selectionMode="none"
        onAction={choose}
        disabledKeys={[...byId.values()].filter(({ refusal }) => refusal !== undefined).map(({ id }) => id)}
        renderEmptyState={() => <p className={styles.nothing}>{say(words.nothing)}</p>}
      >
        {(section) => (
          <ListBoxSection id={`section ${section.id}`}>
            <Header className={styles.heading ?? ''}>{section.title}</Header>
            <Collection items={section.entries}>{(entry) => <Item entry={entry} />}</Collection>
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  )
}

function Item({ entry: { id, name, isCode, refusal, keys } }: { readonly entry: Entry }) {
  return (
    <ListBoxItem id={id} textValue={name} className={styles.item ?? ''}>
      {isCode ? <code>{name}</code> : <span>{name}</span>}
      {refusal !== undefined && <span className={styles.refusal}>{refusal}</span>}
      <span className={styles.keys}>
        {keys.map((key) => (
          <kbd key={key.shown} className={styles.key}>
            {keyName(key)}
          </kbd>
        ))}
      </span>
    </ListBoxItem>
  )
}
