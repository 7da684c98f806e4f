/** Simulated time in words and as a clock. A tick is a tenth of a second. */
import type { Language } from './text.ts'

const units = {
  en: { d: ' d', h: ' h', min: ' min', s: ' s' },
  ko: { d: '일', h: '시간', min: '분', s: '초' },
} as const

/** "3.2 s", "41 s", "4 min 10 s", "2 h 5 min": two units at most, tenths only where they matter. */
export function durationText(ticks: number, language: Language): string {
  const { d, h, min, s } = units[language]
  if (ticks < 100) return `${(ticks / 10).toFixed(1)}${s}`
  return inWholeSeconds(Math.floor(ticks / 10), [
    [86_400, d],
    [3600, h],
    [60, min],
    [1, s],
  ])
}

/** As on an axis, where nothing is measured to tenths: "0 s", "30 s", "2 min". */
export function momentText(ticks: number, language: Language): string {
  return ticks < 100 ? `${ticks / 10}${units[language].s}` : durationText(ticks, language)
}

/** "00:04:10.3" */
export function clockText(tick: number): string {
  const seconds = Math.floor(tick / 10)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.${tick % 10}`
}

function inWholeSeconds(seconds: number, sizes: readonly (readonly [number, string])[]): string {
  const largest = sizes.findIndex(([size]) => seconds >= size)
  const [first, second] = sizes.slice(largest)
  if (first === undefined) return ''
  const head = `${Math.floor(seconds / first[0])}${first[1]}`
  const rest = second === undefined ? 0 : Math.floor((seconds % first[0]) / second[0])
  return second === undefined || rest === 0 ? head : `${head} ${rest}${second[1]}`
}
