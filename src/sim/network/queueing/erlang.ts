/**
 * What queueing theory says of a server, in closed form: the yardstick for the requests that are really played, and the
 * reason why waiting grows so steeply when a pod has little to spare.
 *
 * Erlang's formulas by their recurrence (A. K. Erlang 1917; L. Kleinrock, Queueing Systems I, 1975, 3.5 and 5.6).
 */

/** The share of arrivals that finds all `servers` busy and is turned away (Erlang B). `load`: arrivals per service time. */
export function erlangB(servers: number, load: number): number {
  let blocked = 1
  for (let n = 1; n <= servers; n++) blocked = (load * blocked) / (n + load * blocked)
  return blocked
}

/** The share of arrivals that has to wait in M/M/c (Erlang C); 1 where the load is more than the servers can do. */
export function erlangC(servers: number, load: number): number {
  if (load >= servers) return 1
  const blocked = erlangB(servers, load)
  return (servers * blocked) / (servers - load * (1 - blocked))
}

/** The mean wait in M/M/c before service begins, in service times; Infinity where the load is too much. */
export function meanWait(servers: number, load: number): number {
  return load >= servers ? Number.POSITIVE_INFINITY : erlangC(servers, load) / (servers - load)
}

/** The mean wait in M/D/1 (Pollaczek and Khinchine), in service times. */
export function meanWaitOfConstantService(load: number): number {
  return load >= 1 ? Number.POSITIVE_INFINITY : load / (2 * (1 - load))
}
