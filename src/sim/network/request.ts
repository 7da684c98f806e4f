/**
 * One attempt of a client to have a request answered, as an object: where it waits to be sent again, and in images. Those
 * under way are rows of a table (`requestTable.ts`). Times are microseconds since the world began, as everywhere here.
 */
export interface Request {
  /** The number of the load it belongs to. */
  readonly load: number
  /** Its number among the load's requests; all attempts have the same. */
  readonly number: number
  /** A user of a closed loop, or the client's address in an open one. */
  readonly user: number
  /** 0: the first. */
  readonly attempt: number
  /** When the first attempt was sent, and this one. */
  readonly began: number
  readonly sent: number
}

/** By what an attempt's draws are numbered. */
export function luckOf(number: number, attempt: number): number {
  return number * 8 + Math.min(attempt, 7)
}
