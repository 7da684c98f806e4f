/** The plugins of the default profile, one folder each, found by their path. */
import type { Plugin } from './plugin.ts'

const modules = import.meta.glob<{ plugin: Plugin }>('../plugins/*/index.ts', { eager: true })

/** In the order of the default profile. */
export const plugins: readonly Plugin[] = Object.keys(modules)
  .sort()
  .map((path) => (modules[path] as { plugin: Plugin }).plugin)
  .sort((a, b) => a.order - b.order)

const byName = new Map(plugins.map((plugin) => [plugin.name, plugin]))

export function pluginNamed(name: string): Plugin {
  const plugin = byName.get(name)
  if (plugin === undefined) throw new Error(`no scheduler plugin ${name}`)
  return plugin
}
