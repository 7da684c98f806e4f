import styles from './Lines.module.css'

/** Command lines, as they are sent. A long one breaks; what belongs to one line hangs under it. */
export function Lines({ lines, label }: { readonly lines: readonly string[]; readonly label: string }) {
  return (
    <div className={styles.lines}>
      <p className={styles.label}>{label}</p>
      <ol>
        {[...lines.entries()].map(([number, line]) => (
          <li key={number}>
            <code>{line}</code>
          </li>
        ))}
      </ol>
    </div>
  )
}
