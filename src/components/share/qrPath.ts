/** The dark modules of a QR code as one SVG path: a run of modules in a row is one stretch. */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .map((row, y) =>
      runsOf(row)
        .map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)
        .join(''),
    )
    .join('')
}

function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const runs: (readonly [number, number])[] = []
  for (let start = row.indexOf(true); start >= 0; ) {
    const after = row.indexOf(false, start)
    const end = after < 0 ? row.length : after
    runs.push([start, end - start])
    start = row.indexOf(true, end)
  }
  return runs
}
