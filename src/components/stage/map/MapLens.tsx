/** The Map lens: every machine in its zone and every pod on it, from a name each down to a pixel each. */
import { useState } from 'react'
import { useText } from '../../../state/index.ts'
import { StageBar } from '../StageBar.tsx'
import { MapField } from './MapField.tsx'
import { MapLegend } from './MapLegend.tsx'
import styles from './MapLens.module.css'
import type { MapPicture } from './MapPicture.ts'
import { MapSearch } from './MapSearch.tsx'
import { MapTools } from './MapTools.tsx'
import { MapTwin } from './MapTwin.tsx'
import { words } from './words.ts'

export default function MapLens() {
  const say = useText()
  const [isTable, setTable] = useState(false)
  const [picture, setPicture] = useState<MapPicture>()
  return (
    <section className={styles.lens} data-table={isTable} aria-label={say(words.stage)}>
      <div className={styles.bar}>
        {!isTable && <MapSearch picture={picture} />}
        {!isTable && <MapTools picture={picture} />}
        <StageBar isTable={isTable} onTable={setTable} />
      </div>
      {isTable ? (
        <MapTwin />
      ) : (
        <>
          <MapField onPicture={setPicture} />
          <MapLegend />
        </>
      )}
    </section>
  )
}
