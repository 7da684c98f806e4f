/** The page's colours that the map is painted with. */
import { type InkVariables, pageInks, type Typefaces } from '../pageInks.ts'
import type { Palette } from './painter/messages.ts'

const variables: InkVariables<Exclude<keyof Palette, keyof Typefaces>> = {
  canvas: '--canvas',
  surface: '--surface',
  sunken: '--sunken',
  ink: '--ink',
  secondary: '--secondary',
  line: '--line',
  hairline: '--hairline',
  cluster: '--cluster',
  onCluster: '--on-cluster',
  gap: '--gap',
  fault: '--fault',
  onFault: '--on-fault',
  faultTint: '--fault-tint',
  terminating: '--terminating',
}

export function paletteOf(host: HTMLElement): Palette {
  return pageInks(host, variables, 'auto')
}
