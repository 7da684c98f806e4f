import { clockText } from '../../../i18n/index.ts'
import { useText } from '../../../state/index.ts'
import { ScrollBox } from '../../controls/ScrollBox.tsx'
import { millisText, percentText } from '../../stage/traffic/figures.ts'
import styles from '../TableTwin.module.css'
import { useMoments } from './useMoments.ts'
import { words } from './words.ts'

const mostRows = 50

/** The same as the charts in a table, the newest second first. */
export default function TrafficTable() {
  const say = useText()
  const moments = useMoments()
  if (moments.length === 0) return null
  const rows = moments.slice(-mostRows).reverse()
  return (
    <ScrollBox className={styles.scroll} aria-label={say(words.table)}>
      <table>
        <caption>
          {say(words.table)}
          {moments.length > mostRows && ` · ${say(words.latest, { n: mostRows })}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say(words.time)}</th>
            <th scope="col">{say(words.served)}</th>
            <th scope="col">{say(words.failed)}</th>
            <th scope="col">p50</th>
            <th scope="col">p95</th>
            <th scope="col">p99</th>
            <th scope="col">CPU</th>
            <th scope="col">{say(words.endpoints)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ tick, served, failed, p50, p95, p99, used, endpoints }) => (
            <tr key={tick}>
              <th scope="row">{clockText(tick)}</th>
              <td>{served}</td>
              <td>{failed}</td>
              <td>{millisText(p50)}</td>
              <td>{millisText(p95)}</td>
              <td>{millisText(p99)}</td>
              <td>{used < 0 ? '–' : percentText(used)}</td>
              <td>{endpoints}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
