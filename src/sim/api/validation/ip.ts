/** IP addresses and their ranges as the API accepts them (apimachinery/pkg/util/validation/ip.go, v1.36). */
const ipv4Part = /^(0|[1-9][0-9]{0,2})$/
const ipv6Part = /^[0-9A-Fa-f]{1,4}$/
const badAddress = 'must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'
const badRange = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)'

export function isIPv4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => ipv4Part.test(part) && Number(part) <= 255)
}

export function isIPv6(text: string): boolean {
  const halves = text.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  const last = groups.at(-1) ?? ''
  const endsAsIPv4 = last.includes('.')
  const plain = endsAsIPv4 ? groups.slice(0, -1) : groups
  if (endsAsIPv4 && !isIPv4(last)) return false
  const count = plain.length + (endsAsIPv4 ? 2 : 0)
  return plain.every((group) => ipv6Part.test(group)) && (halves.length === 2 ? count < 8 : count === 8)
}

export function ipErrors(text: string): readonly string[] {
  return isIPv4(text) || isIPv6(text) ? [] : [badAddress]
}

export function cidrErrors(text: string): readonly string[] {
  const [address = '', bits = '', ...rest] = text.split('/')
  const most = isIPv4(address) ? 32 : isIPv6(address) ? 128 : -1
  const valid = rest.length === 0 && ipv4Part.test(bits) && Number(bits) <= most
  return valid ? [] : [badRange]
}

/** Addresses that no one outside could use (pkg/apis/core/validation, ValidateNonSpecialIP). */
export function specialIpErrors(text: string): readonly string[] {
  const first = Number(text.split('.')[0])
  const errors: string[] = []
  if (text === '0.0.0.0' || text === '::') errors.push(`may not be unspecified (${text})`)
  if (first === 127 || text === '::1') errors.push('may not be in the loopback range (127.0.0.0/8, ::1/128)')
  if (text.startsWith('169.254.') || /^fe[89ab]/i.test(text)) {
    errors.push('may not be in the link-local range (169.254.0.0/16, fe80::/10)')
  }
  if (/^224\.0\.0\./.test(text) || /^ff[0-9a-f]2:/i.test(text)) {
    errors.push('may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)')
  }
  return errors
}
