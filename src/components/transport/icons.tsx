/** Pictures for the buttons of time, drawn alike: 20 by 20, filled with the colour of the text. */
import type { ReactNode } from 'react'

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" fill="currentColor" aria-hidden="true">
      {children}
    </svg>
  )
}

export const icons = {
  play: (
    <Icon>
      <path d="M5.5 3.2v13.6L16.5 10z" />
    </Icon>
  ),
  pause: (
    <Icon>
      <path d="M4.5 3.5h4v13h-4zM11.5 3.5h4v13h-4z" />
    </Icon>
  ),
  reset: (
    <Icon>
      <path d="M3.5 4h2.4v12H3.5zM16.5 4v12L7 10z" />
    </Icon>
  ),
  tickBack: (
    <Icon>
      <path d="M12.5 5.5v9L6 10z" />
    </Icon>
  ),
  tickForward: (
    <Icon>
      <path d="M7.5 5.5v9L14 10z" />
    </Icon>
  ),
  eventBack: (
    <Icon>
      <path d="M4 5h1.8v10H4zM15.5 5.5v9L8 10z" />
    </Icon>
  ),
  eventForward: (
    <Icon>
      <path d="M14.2 5H16v10h-1.8zM4.5 5.5v9L12 10z" />
    </Icon>
  ),
  until: (
    <Icon>
      <path d="M3 4.5v11L9 10zM9.5 4.5v11l6-5.5zM15.5 4.5h1.8v11h-1.8z" />
    </Icon>
  ),
  undo: (
    <Icon>
      <path
        d="M4 7.5h8a4.25 4.25 0 0 1 0 8.5H7.5M7.2 4 3.6 7.5l3.6 3.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </Icon>
  ),
  branch: (
    <Icon>
      <g fill="none" stroke="currentColor" strokeWidth="1.7">
        <circle cx="6" cy="4.5" r="1.8" />
        <circle cx="6" cy="15.5" r="1.8" />
        <circle cx="14" cy="7" r="1.8" />
        <path d="M6 6.3v7.4M14 8.8c0 3-4.500 2.500-7.300 5" />
      </g>
    </Icon>
  ),
} as const
