/** How evenly cpu and memory are used, and what a pod changes about it. */

/** 0…100: 50 + half of (50 + balance with the pod − balance without it). */
export function balancedImprovement(
  podCpu: number,
  podMemory: number,
  usedCpu: number,
  usedMemory: number,
  cpu: number,
  memory: number,
): number {
  const withPod = balance(usedCpu + podCpu, usedMemory + podMemory, cpu, memory)
  const without = balance(usedCpu, usedMemory, cpu, memory)
  return 50 + Math.floor((50 + withPod - without) / 2)
}

/** 100 where both are used to the same share; half of the difference is the standard deviation of two shares. */
export function balance(usedCpu: number, usedMemory: number, cpu: number, memory: number): number {
  if (cpu === 0 || memory === 0) return 100
  const cpuShare = usedCpu > cpu ? 1 : usedCpu / cpu
  const memoryShare = usedMemory > memory ? 1 : usedMemory / memory
  const deviation = Math.abs((cpuShare - memoryShare) / 2)
  return Math.floor((1 - deviation) * 100)
}
