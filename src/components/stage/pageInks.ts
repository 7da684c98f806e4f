/** The page's colours and typefaces as its style sheet has them at the moment, for painters that know no style sheets. */

/** By a painter's name for it: the custom property that holds it. */
export type InkVariables<Name extends string> = { readonly [N in Name]: string }

export interface Typefaces {
  readonly sans: string
  readonly mono: string
}

/**
 * A variable of two themes is resolved only where it is used: so it is used, out of sight. `forced`: whether a reader's own few
 * colours take the place of the page's.
 */
export function pageInks<Name extends string>(
  host: Element,
  variables: InkVariables<Name>,
  forced: 'auto' | 'none',
): Readonly<Record<Name, string>> & Typefaces {
  const probe = document.createElement('span')
  probe.hidden = true
  probe.style.forcedColorAdjust = forced
  host.append(probe)
  const style = getComputedStyle(probe)
  const colours = Object.entries<string>(variables).map(([name, variable]) => {
    probe.style.color = `var(${variable})`
    return [name, style.color]
  })
  probe.remove()
  return { ...(Object.fromEntries(colours) as Record<Name, string>), ...typefaces() }
}

function typefaces(): Typefaces {
  const root = getComputedStyle(document.documentElement)
  const family = (name: string, otherwise: string) => root.getPropertyValue(name).trim() || otherwise
  return { sans: family('--sans', 'sans-serif'), mono: family('--mono', 'monospace') }
}
