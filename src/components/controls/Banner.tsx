/** A line across the page, over all else: what is going on, and what one may do about it. */
import type { ReactNode } from 'react'
import styles from './Banner.module.css'

export function Banner({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={styles.banner} aria-label={label}>
      {children}
    </section>
  )
}
