/** The page's colours as its style sheet has them at the moment, for a painter that knows no style sheets. */
import type { Palette } from './painter/messages.ts'

const variables: { readonly [Name in Exclude<keyof Palette, 'sans' | 'mono'>]: string } = {
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

/** A variable of two themes is resolved only where it is used: so it is used, out of sight. */
export function paletteOf(host: HTMLElement): Palette {
  const probe = document.createElement('span')
  probe.hidden = true
  host.append(probe)
  const style = getComputedStyle(probe)
  const colours = Object.fromEntries(
    Object.entries(variables).map(([name, variable]) => {
      probe.style.color = `var(${variable})`
      return [name, style.color]
    }),
  )
  probe.remove()
  const root = getComputedStyle(document.documentElement)
  return {
    ...colours,
    sans: root.getPropertyValue('--sans').trim() || 'sans-serif',
    mono: root.getPropertyValue('--mono').trim() || 'monospace',
  } as Palette
}
