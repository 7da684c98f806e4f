import { clockText } from '../../i18n/index.ts'
import { sampleWords, useText } from '../../state/index.ts'
import { ScrollBox } from '../controls/ScrollBox.tsx'
import styles from './TableTwin.module.css'
import { useSamples } from './useSamples.ts'
import { words } from './words.ts'

const mostRows = 50

/** The same as the chart in a table, the newest first, for who reads rather than sees. */
export function TableTwin() {
  const say = useText()
  const samples = useSamples()
  const count = samples.length / sampleWords
  const rows = Array.from({ length: Math.min(count, mostRows) }, (_, back) => {
    const at = (count - 1 - back) * sampleWords
    return { tick: samples[at] ?? 0, desired: samples[at + 1] ?? 0, actual: samples[at + 2] ?? 0 }
  })
  return (
    <ScrollBox className={styles.scroll} aria-label={say(words.asTable)}>
      <table>
        {count > mostRows && <caption>{say(words.latest, { n: mostRows })}</caption>}
        <thead>
          <tr>
            <th scope="col">{say(words.time)}</th>
            <th scope="col">{say(words.desired)}</th>
            <th scope="col">{say(words.actual)}</th>
            <th scope="col">{say(words.gap)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ tick, desired, actual }) => (
            <tr key={tick}>
              <th scope="row">{clockText(tick)}</th>
              <td>{desired.toLocaleString('en')}</td>
              <td>{actual.toLocaleString('en')}</td>
              <td>{Math.abs(desired - actual).toLocaleString('en')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
