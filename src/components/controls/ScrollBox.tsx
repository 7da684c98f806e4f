import type { HTMLAttributes, Ref } from 'react'

interface Props extends HTMLAttributes<HTMLElement> {
  readonly 'aria-label': string
  readonly ref?: Ref<HTMLElement>
}

/** A named box that scrolls, also by keyboard. */
export function ScrollBox(props: Props) {
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable without a pointer.
  return <section {...props} tabIndex={0} />
}
