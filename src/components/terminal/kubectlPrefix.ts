/** People who know kubectl type `get pods`: the verb alone is enough, and the whole line is shown. */

const kubectlVerbs: ReadonlySet<string> = new Set(
  `annotate api-resources api-versions apply auth autoscale cluster-info cordon create delete describe diff drain edit
  events exec explain expose get label logs patch replace rollout run scale set taint top uncordon version wait`.split(
    /\s+/,
  ),
)

export function withKubectl(line: string): string {
  const [first = ''] = line.trimStart().split(/\s/, 1)
  if (first === 'k') return line.replace('k', 'kubectl')
  return kubectlVerbs.has(first) ? `kubectl ${line.trimStart()}` : line
}
