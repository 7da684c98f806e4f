/**
 * The grammars of names, keys and values, and what the API says of a text that breaks one
 * (k8s.io/apimachinery/pkg/util/validation/validation.go and pkg/api/validation/generic.go, v1.36).
 * Every function answers the list of complaints: none means valid.
 */
import type { NameRule } from './kind.ts'

const labelPattern = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const subdomainPattern = `${labelPattern}(\\.${labelPattern})*`
const wildcardPattern = `\\*\\.${subdomainPattern}`
const label1035Pattern = '[a-z]([-a-z0-9]*[a-z0-9])?'
const qualifiedPattern = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
const labelValuePattern = `(${qualifiedPattern})?`
const configMapKeyPattern = '[-._a-zA-Z0-9]+'
const percentPattern = '[0-9]+%'
const httpHeaderPattern = '[-A-Za-z0-9]+'

const labelRegExp = whole(labelPattern)
const subdomainRegExp = whole(subdomainPattern)
const wildcardRegExp = whole(wildcardPattern)
const label1035RegExp = whole(label1035Pattern)
const qualifiedRegExp = whole(qualifiedPattern)
const labelValueRegExp = whole(labelValuePattern)
const configMapKeyRegExp = whole(configMapKeyPattern)
const percentRegExp = whole(percentPattern)
const httpHeaderRegExp = whole(httpHeaderPattern)

const maxLabel = 63
const maxSubdomain = 253

const subdomainMessage =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', " +
  'and must start and end with an alphanumeric character'
const wildcardMessage =
  "a wildcard DNS-1123 subdomain must start with '*.', followed by a valid DNS subdomain, which must consist of lower " +
  "case alphanumeric characters, '-' or '.' and end with an alphanumeric character"
const labelMessage =
  "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', " +
  'and must start and end with an alphanumeric character'
const label1035Message =
  "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, " +
  'and end with an alphanumeric character'

export function dnsLabelErrors(value: string): readonly string[] {
  const errors: string[] = []
  if (value.length > maxLabel) errors.push(tooLong(maxLabel))
  if (!labelRegExp.test(value)) {
    // A text that would do as a subdomain has only a dot too many.
    errors.push(
      subdomainRegExp.test(value)
        ? 'must not contain dots'
        : patternMessage(labelMessage, labelPattern, 'my-name', '123-abc'),
    )
  }
  return errors
}

export function dnsSubdomainErrors(value: string): readonly string[] {
  const errors: string[] = []
  if (value.length > maxSubdomain) errors.push(tooLong(maxSubdomain))
  if (!subdomainRegExp.test(value)) {
    errors.push(patternMessage(subdomainMessage, subdomainPattern, 'example.com'))
  }
  return errors
}

/** "*.example.com" */
export function wildcardSubdomainErrors(value: string): readonly string[] {
  const errors: string[] = []
  if (value.length > maxSubdomain) errors.push(tooLong(maxSubdomain))
  if (!wildcardRegExp.test(value)) {
    errors.push(patternMessage(wildcardMessage, wildcardPattern, '*.example.com'))
  }
  return errors
}

export function dns1035LabelErrors(value: string): readonly string[] {
  const errors: string[] = []
  if (value.length > maxLabel) errors.push(tooLong(maxLabel))
  if (!label1035RegExp.test(value)) {
    errors.push(patternMessage(label1035Message, label1035Pattern, 'my-name', 'abc-123'))
  }
  return errors
}

/** Names that stand in a URL path and need no further grammar (RBAC roles and the like). */
export function pathSegmentErrors(value: string): readonly string[] {
  if (value === '.' || value === '..') return [`may not be '${value}'`]
  return ['/', '%'].filter((one) => value.includes(one)).map((one) => `may not contain '${one}'`)
}

/** Keys that were found valid: thousands of objects come with the same few. */
const soundKeys = new Set<string>()
const mostRemembered = 1000

/** "app" or "example.com/app": label keys, annotation keys, conditions, resources. */
export function qualifiedNameErrors(value: string): readonly string[] {
  if (soundKeys.has(value)) return []
  const errors = wrongInQualifiedName(value)
  if (errors.length === 0 && soundKeys.size < mostRemembered) soundKeys.add(value)
  return errors
}

function wrongInQualifiedName(value: string): readonly string[] {
  const errors: string[] = []
  const parts = value.split('/')
  const name = parts.at(-1) as string
  if (parts.length > 2) {
    const form = patternMessage(`a valid label key ${nameGrammar}`, qualifiedPattern, ...nameExamples)
    return [`${form} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`]
  }
  if (parts.length === 2) {
    const prefix = parts[0] as string
    if (prefix === '') errors.push('prefix part must be non-empty')
    else errors.push(...dnsSubdomainErrors(prefix).map((error) => `prefix part ${error}`))
  }
  if (name === '') errors.push('name part must be non-empty')
  else if (name.length > maxLabel) errors.push(`name part ${tooLong(maxLabel)}`)
  if (!qualifiedRegExp.test(name)) {
    errors.push(`name part ${patternMessage(nameGrammar, qualifiedPattern, ...nameExamples)}`)
  }
  return errors
}

const nameGrammar =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
const nameExamples = ['MyName', 'my.name', '123-abc']

export function labelValueErrors(value: string): readonly string[] {
  const errors: string[] = []
  if (value.length > maxLabel) errors.push(tooLong(maxLabel))
  if (!labelValueRegExp.test(value)) {
    const grammar =
      "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', " +
      'and must start and end with an alphanumeric character'
    errors.push(patternMessage(grammar, labelValuePattern, 'MyValue', 'my_value', '12345'))
  }
  return errors
}

export function configMapKeyErrors(value: string): readonly string[] {
  const errors: string[] = []
  if (value.length > maxSubdomain) errors.push(tooLong(maxSubdomain))
  if (!configMapKeyRegExp.test(value)) {
    const grammar = "a valid config key must consist of alphanumeric characters, '-', '_' or '.'"
    errors.push(patternMessage(grammar, configMapKeyPattern, 'key.name', 'KEY_NAME', 'key-name'))
  }
  if (value === '.') errors.push("must not be '.'")
  else if (value === '..') errors.push("must not be '..'")
  else if (value.startsWith('..')) errors.push("must not start with '..'")
  return errors
}

export function envVarNameErrors(value: string): readonly string[] {
  for (const character of value) {
    const code = character.codePointAt(0) as number
    if (code < 0x20 || code > 0x7e || character === '=') {
      return [
        "a valid environment variable name must consist only of printable ASCII characters other than '='",
      ]
    }
  }
  return []
}

/** "http": the name of a port, as services and probes refer to it. */
export function portNameErrors(value: string): readonly string[] {
  const errors: string[] = []
  if (value.length > 15) errors.push(tooLong(15))
  if (!/^[-a-z0-9]+$/.test(value)) {
    errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)')
  }
  if (!/[a-z]/.test(value)) errors.push('must contain at least one letter (a-z)')
  if (value.includes('--')) errors.push('must not contain consecutive hyphens')
  if (value !== '' && (value.startsWith('-') || value.endsWith('-'))) {
    errors.push('must not begin or end with a hyphen')
  }
  return errors
}

export function portNumberErrors(value: number): readonly string[] {
  return value >= 1 && value <= 65_535 ? [] : [inclusiveRange(1, 65_535)]
}

export function percentErrors(value: string): readonly string[] {
  if (percentRegExp.test(value)) return []
  const grammar = "a valid percent string must be a numeric string followed by an ending '%'"
  return [patternMessage(grammar, percentPattern, '1%', '93%')]
}

export function httpHeaderNameErrors(value: string): readonly string[] {
  if (httpHeaderRegExp.test(value)) return []
  const grammar = "a valid HTTP header must consist of alphanumeric characters or '-'"
  return [patternMessage(grammar, httpHeaderPattern, 'X-Header-Name')]
}

export function inclusiveRange(least: number, most: number): string {
  return `must be between ${least} and ${most}, inclusive`
}

const grammars: Readonly<Record<NameRule, (value: string) => readonly string[]>> = {
  'dns-label': dnsLabelErrors,
  'dns-subdomain': dnsSubdomainErrors,
  'dns-1035-label': dns1035LabelErrors,
  'path-segment': pathSegmentErrors,
}

/** `prefix`: the text is a generateName, to which a suffix will be added, so it may end in a dash. */
export function nameErrors(rule: NameRule, value: string, prefix = false): readonly string[] {
  const judged = prefix && rule !== 'path-segment' ? value.replace(/-$/, 'a') : value
  return grammars[rule](judged)
}

function tooLong(most: number): string {
  return `must be no more than ${most} characters`
}

/** The examples are joined as the real texts join them, with two spaces before "or". */
function patternMessage(grammar: string, pattern: string, ...examples: string[]): string {
  const list = examples.map((example) => `'${example}'`).join(',  or ')
  return `${grammar} (e.g. ${list}, regex used for validation is '${pattern}')`
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`)
}
