/** Numbers of requests and their times, as short as they can be read. */

/** "0", "0.4", "12", "1.2k" */
export function countText(value: number): string {
  if (value >= 10_000) return `${Math.round(value / 1000)}k`
  if (value >= 1000) return `${Number((value / 1000).toFixed(1))}k`
  if (value >= 10 || Number.isInteger(value)) return String(Math.round(value))
  return value < 0.05 ? '0' : value.toFixed(1)
}

/** "0.8 ms", "42 ms", "1.3 s"; "–" for none. */
export function millisText(millis: number | undefined): string {
  if (millis === undefined || millis < 0) return '–'
  if (millis >= 9950) return `${Math.round(millis / 1000)} s`
  if (millis >= 999.5) return `${(millis / 1000).toFixed(1)} s`
  return millis >= 10 ? `${Math.round(millis)} ms` : `${Number(millis.toFixed(1))} ms`
}

/** "0 %", "0.4 %", "12 %": what is not nothing never looks like it. */
export function percentText(share: number): string {
  const percent = share * 100
  if (percent === 0) return '0 %'
  if (percent < 0.1) return '< 0.1 %'
  return percent < 10 ? `${Number(percent.toFixed(1))} %` : `${Math.round(percent)} %`
}
