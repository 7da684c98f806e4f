/** Addresses of nodes and pods, by arithmetic: the n-th node to register has the n-th address and the n-th /24. */

/** 10.0.0.10 and up. */
export function nodeAddress(ordinal: number): string {
  const at = ordinal + 10
  return `10.0.${Math.floor(at / 256)}.${at % 256}`
}

/** The first 256 nodes share 10.244.0.0/16, later ones 10.128.0.0/10. Without the last number: "10.244.3". */
export function podNetwork(ordinal: number): string {
  if (ordinal < 256) return `10.244.${ordinal}`
  const beyond = ordinal - 256
  return `10.${128 + Math.floor(beyond / 256)}.${beyond % 256}`
}

const firstHost = 2
const lastHost = 254

/** The host-local plugin's round robin: the next free number after `last`; 0 when all are taken. */
export function nextHost(last: number, isTaken: (host: number) => boolean): number {
  let host = last
  for (let tried = firstHost; tried <= lastHost; tried++) {
    host = host < firstHost || host >= lastHost ? firstHost : host + 1
    if (!isTaken(host)) return host
  }
  return 0
}
