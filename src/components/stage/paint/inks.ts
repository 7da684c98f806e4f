/** The page's colours as its style sheet has them at the moment, for a studio that knows no style sheets. */
import type { Inks } from './messages.ts'

const variables: { readonly [Name in Exclude<keyof Inks, 'sans' | 'mono'>]: string } = {
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

/** A variable of two themes is resolved only where it is used: so it is used, out of sight. */
export function inksOf(host: Element): Inks {
  const probe = document.createElement('span')
  probe.hidden = true
  // A reader's own few colours would make a sign and its ground the same.
  probe.style.forcedColorAdjust = 'none'
  host.append(probe)
  const style = getComputedStyle(probe)
  const colours = Object.entries(variables).map(([name, variable]) => {
    probe.style.color = `var(${variable})`
    return [name, style.color]
  })
  probe.remove()
  const root = getComputedStyle(document.documentElement)
  const family = (name: string, otherwise: string) => root.getPropertyValue(name).trim() || otherwise
  return {
    ...(Object.fromEntries(colours) as Record<keyof typeof variables, string>),
    sans: family('--sans', 'sans-serif'),
    mono: family('--mono', 'monospace'),
  }
}
