/** Revisions that live at the same time are neighbours in number: four patterns in turn tell them apart. */
export const stripes = ['solid', 'diagonal', 'dashes', 'double'] as const
export type Stripe = (typeof stripes)[number]

export function stripeOf(revision: number): Stripe | undefined {
  return revision < 1 ? undefined : stripes[(revision - 1) % stripes.length]
}
