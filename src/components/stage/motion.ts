/**
 * How long what moves on the stage takes, in milliseconds. At real time the world makes a step every 100 ms, and its slices
 * are shown in four to six drawings: pods set out some 30 ms after it, loops and tokens 50 to 70. All of that comes to rest
 * shortly before another step, in drawings in which little else is taken in: endings cost the browser work too. And the
 * fewer are under way at a time, the less each drawing costs.
 */
export const motion = {
  /** A pod on its way to another place. */
  flight: 350,
  /** A chip that comes, and one that isn't what it was. */
  appear: 140,
  become: 140,
  farewell: 240,
  /** A hole that comes. */
  ghost: 180,
  token: 340,
  /** News comes in before the write that answers it goes out. */
  answer: 200,
  turn: 640,
  /** Instead of all that, for those who want nothing to move. */
  crossFade: 120,
} as const
