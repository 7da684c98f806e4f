/** The same as a Table, of any length: only the rows in sight are there. */
import type { Text } from '../../../i18n/index.ts'
import { select, useText } from '../../../state/index.ts'
import { VirtualTable } from '../../controls/VirtualTable.tsx'
import { ActionsButton, type Row } from './Table.tsx'
import styles from './Twin.module.css'
import { words } from './words.ts'

interface Props {
  readonly title: Text
  /** Of the columns after the name. */
  readonly columns: readonly Text[]
  readonly count: number
  readonly rowAt: (index: number) => Row
  readonly canAct: boolean
}

export function LongTable({ title, columns, count, rowAt, canAct }: Props) {
  const say = useText()
  const cellsOf = (row: Row) => [
    <button key="name" type="button" onClick={() => select(row.slot)}>
      {row.name}
    </button>,
    ...row.cells,
    ...(canAct ? [<ActionsButton key="actions" row={row} />] : []),
  ]
  return (
    <div className={styles.long}>
      <VirtualTable
        title={say(title)}
        columns={[words.name, ...columns, ...(canAct ? [words.actions] : [])].map((column) => say(column))}
        tracks={`minmax(7rem, 2fr) repeat(${columns.length + Number(canAct)}, minmax(4.5rem, 1fr))`}
        count={count}
        rowAt={(index) => {
          const row = rowAt(index)
          return { key: row.id, cells: cellsOf(row) }
        }}
      />
    </div>
  )
}
