/** What the colours tell, and the zoom for those who like buttons. */
import { useStore } from 'zustand'
import { useText } from '../../../state/index.ts'
import styles from './MapLens.module.css'
import type { MapPicture } from './MapPicture.ts'
import { mapStore } from './mapStore.ts'
import { colourings } from './painter/messages.ts'
import { colouringWords, words } from './words.ts'

export function MapTools({ picture }: { readonly picture: MapPicture | undefined }) {
  const say = useText()
  const chosen = useStore(mapStore, ({ colouring }) => colouring)
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form's; these are keys of a switch */}
      <div role="group" className={styles.switch} aria-label={say(words.colouring)}>
        {colourings.map((colouring) => (
          <button
            key={colouring}
            type="button"
            aria-pressed={colouring === chosen}
            onClick={() => mapStore.setState({ colouring })}
          >
            {say(colouringWords[colouring])}
          </button>
        ))}
      </div>
      <div className={styles.zoom}>
        <button
          type="button"
          aria-label={say(words.zoomOut)}
          title={`${say(words.zoomOut)} (−)`}
          onClick={() => picture?.zoom(1 / 1.6)}
        >
          −
        </button>
        <button
          type="button"
          aria-label={say(words.fit)}
          title={`${say(words.fit)} (0)`}
          onClick={() => picture?.showAll()}
        >
          <svg viewBox="0 0 16 16" width="1em" height="1em" aria-hidden="true">
            <path
              d="M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4"
              fill="none"
              stroke="currentColor"
              strokeWidth="1.8"
            />
          </svg>
        </button>
        <button
          type="button"
          aria-label={say(words.zoomIn)}
          title={`${say(words.zoomIn)} (+)`}
          onClick={() => picture?.zoom(1.6)}
        >
          +
        </button>
      </div>
    </>
  )
}
