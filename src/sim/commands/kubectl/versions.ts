/** What the simulator says of its version: the releases that it models. */
export const clientGitVersion = 'v1.36.4'
export const kustomizeVersion = 'v5.8.1'

export const serverVersion = {
  major: '1',
  minor: '36',
  emulationMajor: '1',
  emulationMinor: '36',
  minCompatibilityMajor: '1',
  minCompatibilityMinor: '35',
  gitVersion: 'v1.36.2',
} as const
