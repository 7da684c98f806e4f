/**
 * How long what moves on the stage takes, in milliseconds. At real time the world makes a step every 100 ms, and what sets
 * out with it does so some 40 ms later. All of that comes to rest shortly before another step: endings cost the browser
 * work too, and so they share a frame, and none falls into the one in which the next step is taken in.
 */
export const motion = {
  /** A pod on its way to another place. */
  flight: 440,
  /** A chip that comes, and one that isn't what it was. */
  appear: 140,
  become: 140,
  farewell: 240,
  token: 340,
  /** News comes in before the write that answers it goes out. */
  answer: 200,
  turn: 640,
  /** Instead of all that, for those who want nothing to move. */
  crossFade: 120,
} as const
