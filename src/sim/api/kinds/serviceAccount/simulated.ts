/** A service account is there for pods to name; it grants nothing. */
export const simulatedServiceAccount: readonly string[] = ['automountServiceAccountToken=true']
