/** The idea in one still picture: five wanted, three there, and the loop between them. */
export function LoopPicture() {
  return (
    <svg
      viewBox="0 0 360 220"
      width="360"
      height="220"
      fill="none"
      aria-hidden="true"
      style={{ maxWidth: '100%' }}
    >
      {[0, 1, 2, 3, 4].map((i) => (
        <rect
          key={i}
          x={8}
          y={14 + i * 40}
          width="72"
          height="32"
          rx="8"
          stroke={i < 3 ? 'var(--cluster)' : 'var(--gap)'}
          strokeWidth="2"
          strokeDasharray={i < 3 ? undefined : '6 4'}
          fill={i < 3 ? 'var(--cluster-tint)' : 'none'}
        />
      ))}
      <path d="M214 74a46 46 0 1 0 12 36" stroke="var(--cluster)" strokeWidth="6" strokeLinecap="round" />
      <path
        d="m204 66 14 8-4 15"
        stroke="var(--cluster)"
        strokeWidth="6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <path d="M92 110h28M238 110h28" stroke="var(--line)" strokeWidth="2" />
      {[0, 1, 2].map((i) => (
        <g key={i}>
          <rect
            x={276}
            y={14 + i * 67}
            width="76"
            height="55"
            rx="8"
            fill="var(--surface)"
            stroke="var(--line)"
            strokeWidth="1.5"
          />
          <rect x={285} y={31 + i * 67} width="26" height="26" rx="6" fill="var(--cluster)" />
        </g>
      ))}
    </svg>
  )
}
