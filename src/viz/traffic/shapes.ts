/** How a load goes over time, as a small curve to choose it by: SVG paths in a box of 32 by 16. */
export const shapePaths = {
  const: 'M1 8H31',
  ramp: 'M1 15L24 3H31',
  spike: 'M1 13H10V2H19V13H31',
  wave: 'M1 13C6 13 6 3 11 3S16 13 21 13S26 3 31 3',
  flash: 'M1 13H7L11 2C15 9 20 12 31 12.5',
  step: 'M1 14H9V10H17V6H25V2H31',
} as const
