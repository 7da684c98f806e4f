/** Amounts and tables as `kubectl top` prints them (k8s.io/kubectl/pkg/metricsutil/metrics_printer.go, v1.36). */
import { TabWriter } from '../../print/tabWriter.ts'
import type { SortKey } from './metricsApi.ts'

export interface Amount {
  readonly cpuNanos: number
  readonly memoryBytes: number
}

const nanosPerMilli = 1_000_000
const mebibyte = 1024 * 1024

export function milliCores({ cpuNanos }: Amount): number {
  return Math.ceil(cpuNanos / nanosPerMilli)
}

/** "100m", "50Mi": CPU is rounded up, memory down. */
export function amountCells(amount: Amount): readonly string[] {
  return [`${milliCores(amount)}m`, `${Math.floor(amount.memoryBytes / mebibyte)}Mi`]
}

export function sumOf(amounts: readonly Amount[]): Amount {
  return {
    cpuNanos: amounts.reduce((sum, { cpuNanos }) => sum + cpuNanos, 0),
    memoryBytes: amounts.reduce((sum, { memoryBytes }) => sum + memoryBytes, 0),
  }
}

/** Whether one comes before the other; undefined: their names decide. */
export function usesMore(key: SortKey, a: Amount, b: Amount): boolean | undefined {
  if (key === 'cpu') return milliCores(a) > milliCores(b)
  return key === 'memory' ? a.memoryBytes > b.memoryBytes : undefined
}

/** Every cell ends in a tab, the last one too. */
export function usageTable(rows: readonly (readonly string[])[]): string {
  const writer = new TabWriter({ minWidth: 6, padding: 3 })
  for (const row of rows) writer.write(`${row.map((cell) => `${cell}\t`).join('')}\n`)
  return writer.take()
}
