/** What the colours and shapes of the map mean, and how many there are of each. */
import { type CSSProperties, useMemo } from 'react'
import { useStore } from 'zustand'
import type { Text } from '../../../i18n/index.ts'
import { looks, type NodeCard, useText, useWorld } from '../../../state/index.ts'
import { stripes } from '../../../viz/loop/stripe.ts'
import { ScrollBox } from '../../controls/ScrollBox.tsx'
import { Glyph } from '../Glyph.tsx'
import { lookWords } from '../words.ts'
import styles from './MapLens.module.css'
import { mapStore } from './mapStore.ts'
import type { Tally } from './painter/messages.ts'
import { ageWords, shareWords, words } from './words.ts'

interface Entry {
  readonly key: string
  readonly label: string
  readonly count: number
  readonly sign: React.ReactNode
}

export function MapLegend() {
  const say = useText()
  const tally = useStore(mapStore, (state) => state.tally)
  const entries = useEntries(tally)
  const troubles = useTroubles()
  return (
    <ScrollBox className={styles.legend} aria-label={say(words.legend)}>
      <ul className={styles.entries}>
        {[...entries, ...troubles].map(({ key, label, count, sign }) => (
          <li key={key} className={styles.entry}>
            {sign}
            <span>{label}</span>
            <strong>{count.toLocaleString('en')}</strong>
          </li>
        ))}
      </ul>
      {tally !== undefined && (
        <p className={styles.totals}>
          {say(words.totals, {
            nodes: tally.nodes.toLocaleString('en'),
            pods: tally.pods.toLocaleString('en'),
          })}
        </p>
      )}
    </ScrollBox>
  )
}

function useEntries(tally: Tally | undefined): readonly Entry[] {
  const say = useText()
  if (tally === undefined) return []
  const { colouring, counts } = tally
  switch (colouring) {
    case 'phase':
      return looks.flatMap((look, index) => {
        const count = counts[index] ?? 0
        if (look === 'gone' || (count === 0 && look !== 'ready')) return []
        const sign = (
          <span key={look} className={styles.look} data-look={look}>
            <Glyph look={look} />
          </span>
        )
        return [{ key: look, label: say(lookWords[look]), count, sign }]
      })
    case 'revision':
      return counts.flatMap((count, index) => {
        if (count === 0) return []
        const label = index === 0 ? say(words.revisionNone) : revisionsOf(index)
        const pattern = index === 0 ? 'none' : (stripes[index - 1] ?? 'none')
        const sign = (
          <span
            key={pattern}
            className={styles.pattern}
            data-pattern={index === 0 ? 'none' : stripes[index - 1]}
          />
        )
        return [{ key: String(index), label, count, sign }]
      })
    default:
      return ramp(colouring === 'cpu' ? shareWords : ageWords, counts, say)
  }
}

/** The patterns come in turn. */
function revisionsOf(index: number): string {
  return `v${index}, v${index + stripes.length} …`
}

function ramp(
  names: readonly Text[],
  counts: readonly number[],
  say: (text: Text) => string,
): readonly Entry[] {
  return names.map((name, index) => ({
    key: name.en,
    label: say(name),
    count: counts[index] ?? 0,
    sign: (
      <span
        className={styles.step}
        data-step={index}
        style={{ '--fill': `${(index + 1) * 20}%` } as CSSProperties}
      />
    ),
  }))
}

/** Machines that don't run, and nodes that the API has given up: both, as the frame and the head of a node show them. */
function useTroubles(): readonly Entry[] {
  const say = useText()
  const nodes = useWorld((world) => world.nodes)
  return useMemo(() => {
    const all = [...nodes.values()]
    const entry = (key: string, label: Text, isIt: (node: NodeCard) => boolean): Entry => ({
      key,
      label: say(label),
      count: all.filter(isIt).length,
      sign: <span className={styles.nodeSign} data-trouble={key} />,
    })
    return [
      entry('dead', words.deadNodes, ({ machine }) => machine !== 'on'),
      entry('silent', words.silentNodes, ({ ready }) => ready !== 'True'),
      entry('cordoned', words.cordonedNodes, ({ cordoned }) => cordoned),
    ].filter(({ count }) => count > 0)
  }, [nodes, say])
}
