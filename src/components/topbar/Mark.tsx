/** The mark: a loop that is almost closed, and the gap it closes. */
export function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" fill="none" aria-hidden="true">
      <path d="M21.1 6.9A10 10 0 1 0 24 14" stroke="var(--cluster)" strokeWidth="3.5" strokeLinecap="round" />
      <circle cx="23" cy="9" r="2.5" fill="var(--gap)" />
      <circle cx="14" cy="14" r="3.5" fill="var(--cluster)" />
    </svg>
  )
}
