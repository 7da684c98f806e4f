/** Which plain texts YAML 1.1 reads as something other than a string, as go-yaml v2 sees it. */

const words = new Set(
  ['y', 'Y', 'n', 'N', '~', '', '<<', '.nan', '.NaN', '.NAN']
    .concat(['yes', 'no', 'on', 'off', 'true', 'false', 'null'].flatMap(cased))
    .concat(['.inf', '+.inf', '-.inf'].flatMap((word) => [word, word.replace('i', 'I'), word.toUpperCase()])),
)

function cased(word: string): string[] {
  return [word, word.charAt(0).toUpperCase() + word.slice(1), word.toUpperCase()]
}

const integer = /^[-+]?(0[xX][\da-fA-F]+|0[oO]?[0-7]+|0[bB][01]+|0|[1-9]\d*)$/
const float = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/
const base60 = /^[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?$/
const timestamp =
  /^\d{4}-\d{1,2}-\d{1,2}([Tt]\d{1,2}:\d{1,2}:\d{1,2}(\.\d+)?(Z|[-+]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(\.\d+)?)?$/

export function resolvesToString(text: string): boolean {
  if (words.has(text)) return false
  const plain = text.replaceAll('_', '')
  return !(integer.test(plain) || float.test(plain) || base60.test(text) || timestamp.test(text))
}
