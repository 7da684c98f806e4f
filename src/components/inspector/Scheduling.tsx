/** How the scheduler weighed the nodes for a pod: a row a node, a column a plugin; refused nodes say by what and why. */
import { clockText, type Slots, type Text } from '../../i18n/index.ts'
import { type SchedulingMatrix, useText } from '../../state/index.ts'
import { ScrollBox } from '../controls/ScrollBox.tsx'
import styles from './Scheduling.module.css'
import { words } from './words.ts'

const mostRows = 100

type NodeRow = SchedulingMatrix['nodes'][number]

export function Scheduling({ matrix }: { readonly matrix: SchedulingMatrix }) {
  const say = useText()
  const { tick, chosen, plugins, notVisited } = matrix
  const nodes = inOrder(matrix)
  const time = clockText(tick)
  const highest = Math.max(1, ...nodes.flatMap(({ scores }) => scores))
  return (
    <>
      <p className={styles.verdict} data-none={chosen === undefined}>
        {say(...verdict(matrix, time))}
      </p>
      <ScrollBox className={styles.scroll} aria-label={say(words.matrix)}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.corner}>
                {say(words.node)}
              </th>
              {plugins.map((plugin) => (
                <th key={plugin} scope="col" className={styles.plugin}>
                  <span>{plugin}</span>
                </th>
              ))}
              <th scope="col" className={styles.plugin}>
                <span>{say(words.total)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {nodes.slice(0, mostRows).map((node) => (
              <Row
                key={node.name}
                node={node}
                isChosen={node.name === chosen}
                columns={plugins.length + 1}
                highest={highest}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {notVisited > 0 && <p className={styles.more}>{say(words.notVisited, { count: notVisited })}</p>}
      {nodes.length > mostRows && (
        <p className={styles.more}>{say(words.moreNodes, { count: nodes.length - mostRows })}</p>
      )}
    </>
  )
}

function verdict({ chosen, rejection }: SchedulingMatrix, time: string): [Text, Slots] {
  if (chosen !== undefined) return [words.decided, { time, node: chosen }]
  return rejection === undefined ? [words.noneFits, { time }] : [words.rejected, { time, reason: rejection }]
}

/** The chosen one, then by total, then those refused. */
function inOrder({ nodes, chosen }: SchedulingMatrix): readonly NodeRow[] {
  const rank = ({ name, refusedBy }: NodeRow) => (name === chosen ? 0 : refusedBy === undefined ? 1 : 2)
  return [...nodes].sort((a, b) => rank(a) - rank(b) || b.total - a.total || (a.name < b.name ? -1 : 1))
}

interface RowProps {
  readonly node: NodeRow
  readonly isChosen: boolean
  readonly columns: number
  readonly highest: number
}

function Row({ node: { name, refusedBy, refusal, scores, total }, isChosen, columns, highest }: RowProps) {
  const say = useText()
  return (
    <tr className={isChosen ? styles.chosen : undefined}>
      <th scope="row" className={styles.node}>
        {isChosen && <span className={styles.tick}>✓ {say(words.chosen)}</span>}
        {name}
      </th>
      {refusedBy === undefined ? (
        <>
          {scores.map((score, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a score is known by its column.
            <td key={index} className={styles.score}>
              <span
                className={styles.bar}
                style={{ height: `${(100 * Math.max(0, score)) / highest}%` }}
                aria-hidden="true"
              />
              <span className={styles.number}>{score}</span>
            </td>
          ))}
          <td className={styles.total}>{total}</td>
        </>
      ) : (
        <td className={styles.refusal} colSpan={columns}>
          <span aria-hidden="true">× </span>
          <strong>{refusedBy}</strong> {refusal}
        </td>
      )}
    </tr>
  )
}
