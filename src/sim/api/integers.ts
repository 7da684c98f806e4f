/** Whole numbers as the Kubernetes API reads them from text: an optional sign and decimal digits, nothing else. */

const digits = /^[+-]?[0-9]+$/
const int32 = { least: -2_147_483_648, most: 2_147_483_647 }
const int64 = { least: -9_223_372_036_854_775_808n, most: 9_223_372_036_854_775_807n }

export const maxInt32 = int32.most

export function parseInt32(text: string): number | undefined {
  if (!digits.test(text)) return undefined
  const value = Number(text)
  return value < int32.least || value > int32.most ? undefined : value
}

export function parseInt64(text: string): bigint | undefined {
  if (!digits.test(text)) return undefined
  const value = BigInt(text.startsWith('+') ? text.slice(1) : text)
  return value < int64.least || value > int64.most ? undefined : value
}

/** Why a text is no 64-bit integer, in the words that reach users through the API's messages. */
export function integerError(text: string): string {
  const problem = digits.test(text) ? 'value out of range' : 'invalid syntax'
  return `parsing ${JSON.stringify(text)}: ${problem}`
}
