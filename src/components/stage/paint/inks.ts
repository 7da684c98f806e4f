/** The page's colours that chips and tokens are painted with. */
import { type InkVariables, pageInks, type Typefaces } from '../pageInks.ts'
import type { Inks } from './messages.ts'

const variables: InkVariables<Exclude<keyof Inks, keyof Typefaces>> = {
  canvas: '--canvas',
  surface: '--surface',
  ink: '--ink',
  you: '--you',
  cluster: '--cluster',
  onCluster: '--on-cluster',
  gap: '--gap',
  onGap: '--on-gap',
  fault: '--fault',
  onFault: '--on-fault',
  terminating: '--terminating',
}

export function inksOf(host: Element): Inks {
  // A reader's own few colours would make a sign and its ground the same.
  return pageInks(host, variables, 'none')
}
