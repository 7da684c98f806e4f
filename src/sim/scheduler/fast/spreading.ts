/** What default spreading adds to nodes' raw scores, with the weights of one search (podtopologyspread/scoring.go, v1.36). */
import { domainScore, domainWeight } from '../plugins/podTopologySpread/arithmetic.ts'
import { defaultConstraints } from '../plugins/podTopologySpread/constraints.ts'

const [hostConstraint, zoneConstraint] = defaultConstraints

export class Spreading {
  /** What a sibling on the node adds. */
  hostWeight = 0
  /** What having a hostname adds. */
  hostSlack = 0
  /** By zone number: what being there adds; being in none adds nothing. */
  zoneScores = new Float64Array(16)

  /**
   * `inZone`: how many siblings each zone has; absent: the pod is not spread, and every raw score is 0. `found` and `zones`:
   * how many nodes fit and in how many zones they are.
   */
  weigh(inZone: Int32Array | undefined, zoneCount: number, found: number, zones: number): void {
    if (this.zoneScores.length < zoneCount) this.zoneScores = new Float64Array(zoneCount * 2)
    this.hostWeight = domainWeight(found)
    this.hostSlack = inZone === undefined ? 0 : hostConstraint.maxSkew - 1
    this.zoneScores.fill(0, 0, zoneCount)
    if (inZone === undefined) return
    const weight = domainWeight(zones)
    for (let z = 1; z < zoneCount; z++)
      this.zoneScores[z] = domainScore(inZone[z] as number, zoneConstraint.maxSkew, weight)
  }
}
