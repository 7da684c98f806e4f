/** What becomes of a request. Causes of failure are told as the client sees them, with what lies behind. */

export const causes = [
  /** The Service has no ready endpoint: kube-proxy rejects the connection. */
  'no-endpoints',
  /** The pod's process does not listen: it has not begun to, has closed its socket after SIGTERM, or is not there. */
  'refused',
  /** The process ended while the request was in it. */
  'reset',
  /** The client waited as long as it wanted: the process was too busy, or hung. */
  'timeout',
  /** Packets went nowhere: a machine without power or network, an address that nobody has any more. */
  'unreachable',
  /** The socket's queue of accepted connections was full. */
  'overflow',
  /** The application answered with an error (5xx). */
  'error',
  /** The name did not resolve. */
  'dns',
  /** Nobody outside can reach it: no load balancer has an address, no route leads to a Service. */
  'no-route',
] as const

export type FailureCause = (typeof causes)[number]

/** Outcomes are numbers where they are counted: an index in `causes`, or this. */
export const served = -1

export const causeIndex = Object.fromEntries(causes.map((cause, i) => [cause, i])) as Readonly<
  Record<FailureCause, number>
>
