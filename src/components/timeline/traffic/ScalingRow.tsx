import { memo, useMemo } from 'react'
import {
  type AutoscalerCard,
  scalingColumn,
  scalingWords,
  useSession,
  useText,
  useWorld,
} from '../../../state/index.ts'
import { heldLine } from '../../../viz/timeline/held.ts'
import { roundAbove } from '../../../viz/timeline/seconds.ts'
import styles from './Row.module.css'
import { Row, rowHeight } from './Row.tsx'
import { words } from './words.ts'

/** What the metrics ask for, what is left of it, and what becomes of that: in the order in which they are drawn. */
const kinds = [
  { name: 'raw', line: 'gap' },
  { name: 'limited', line: 'ink' },
  { name: 'desired', line: 'solid' },
] as const

/** An autoscaler looks again after so many ticks: so long its last word holds. */
const betweenLooks = 150

interface Props {
  readonly span: number
  readonly width: number
}

/** The autoscaler that is selected, or the first there is. */
export function ScalingRow(props: Props) {
  const selected = useSession((session) => session.selected)
  const autoscaler = useWorld(
    ({ autoscalers }) => autoscalers.find(({ slot }) => slot === selected) ?? autoscalers[0],
  )
  return autoscaler && <Lines {...props} autoscaler={autoscaler} />
}

const Lines = memo(function Lines({
  autoscaler,
  span,
  width,
}: Props & { readonly autoscaler: AutoscalerCard }) {
  const say = useText()
  const { decisions, name, max } = autoscaler
  const { lines, now, most } = useMemo(
    () => drawn(decisions, max, span, width),
    [decisions, max, span, width],
  )
  return (
    <Row
      name={say(words.scaling, { name })}
      entries={kinds.map((kind) => ({ name: say(words[kind.name]), value: now[kind.name], line: kind.line }))}
      label={say(words.scalingChart, now)}
      span={span}
      width={width}
      most={String(most)}
      least="0"
    >
      {kinds.map(({ name: kind, line }, index) => (
        <path key={kind} d={lines[index]} className={styles.line} data-line={line} />
      ))}
    </Row>
  )
})

function drawn(decisions: readonly number[], max: number, span: number, width: number) {
  const count = decisions.length / scalingWords
  const held = (name: keyof typeof scalingColumn) =>
    Array.from({ length: count }, (_, index) => ({
      tick: decisions[index * scalingWords + scalingColumn.tick] as number,
      value: decisions[index * scalingWords + scalingColumn[name]] as number,
    }))
  const most = roundAbove(Math.max(max, ...held('raw').map(({ value }) => value)))
  const until = (held('raw').at(-1)?.tick ?? 0) + betweenLooks
  const y = (value: number) => rowHeight * (1 - value / most)
  const last = (name: keyof typeof scalingColumn) => String(held(name).at(-1)?.value ?? '–')
  return {
    most,
    lines: kinds.map(({ name }) => heldLine(held(name), until, { width, height: rowHeight, span }, y)),
    now: { raw: last('raw'), limited: last('limited'), desired: last('desired') },
  }
}
