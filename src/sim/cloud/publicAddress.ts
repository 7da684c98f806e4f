/**
 * Addresses that nobody in the world has: the ranges set aside for documentation (RFC 5737) first, then those for
 * measurements (RFC 2544).
 */
const documentation = ['203.0.113', '198.51.100', '192.0.2']
const hosts = 254

/** The `n`-th address that is given out, from 0. */
export function publicAddress(n: number): string {
  const network = documentation[Math.floor(n / hosts)]
  if (network !== undefined) return `${network}.${(n % hosts) + 1}`
  const rest = (n - documentation.length * hosts) % (2 * 256 * hosts)
  const block = Math.floor(rest / hosts)
  return `198.${18 + Math.floor(block / 256)}.${block % 256}.${(rest % hosts) + 1}`
}
