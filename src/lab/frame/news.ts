/** Which objects there is something new about, by what they are: slots. */
export interface News {
  readonly pods: Set<number>
  readonly nodes: Set<number>
  readonly deployments: Set<number>
  readonly replicaSets: Set<number>
  readonly services: Set<number>
}

export function noNews(): News {
  return {
    pods: new Set(),
    nodes: new Set(),
    deployments: new Set(),
    replicaSets: new Set(),
    services: new Set(),
  }
}

export function clearNews(news: News): void {
  for (const slots of Object.values(news) as Set<number>[]) slots.clear()
}
