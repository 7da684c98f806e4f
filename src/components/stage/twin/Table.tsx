import type { ReactNode } from 'react'
import type { Text } from '../../../i18n/index.ts'
import { select, useText } from '../../../state/index.ts'
import { useHands } from '../hands/Hands.tsx'
import type { TargetId } from '../hands/target.ts'
import styles from './Twin.module.css'
import { words } from './words.ts'

export interface Row {
  readonly id: TargetId
  readonly name: string
  /** What a click on the name selects; 0: nothing. */
  readonly slot: number
  readonly cells: readonly ReactNode[]
}

interface Props {
  readonly title: Text
  /** Of the columns after the name. */
  readonly columns: readonly Text[]
  readonly rows: readonly Row[]
  /** Rows that were left out. */
  readonly more?: number
  /** Whether things can be selected here; and whether they can be acted upon. */
  readonly isHandy: boolean
  readonly canAct: boolean
}

export function Table({ title, columns, rows, more = 0, isHandy, canAct }: Props) {
  const say = useText()
  const hasActions = isHandy && canAct
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{say(title)}</caption>
      <thead>
        <tr>
          {[words.name, ...columns].map((column) => (
            <th key={column.en} scope="col">
              {say(column)}
            </th>
          ))}
          {hasActions && <th scope="col">{say(words.actions)}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {isHandy && row.slot !== 0 ? (
                <button type="button" className={styles.name} onClick={() => select(row.slot)}>
                  {row.name}
                </button>
              ) : (
                row.name
              )}
            </th>
            {row.cells.map((cell, index) => (
              <td key={columns[index]?.en}>{cell}</td>
            ))}
            {hasActions && (
              <td>
                <ActionsButton row={row} />
              </td>
            )}
          </tr>
        ))}
        {more > 0 && (
          <tr>
            <td colSpan={columns.length + 1}>{say(words.andMore, { n: more })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

export function ActionsButton({ row }: { readonly row: Pick<Row, 'id' | 'name'> }) {
  const say = useText()
  const hands = useHands()
  return (
    <button
      type="button"
      className={styles.actions}
      aria-haspopup="menu"
      aria-label={say(words.actionsFor, { name: row.name })}
      onClick={(event) => hands.openMenu(row.id, event.currentTarget)}
    >
      ⋯
    </button>
  )
}
