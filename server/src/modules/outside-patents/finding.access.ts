/** Those who look for patents of others and decide what they are. */
export const officers = ['tto_negotiator', 'tto_reviewer'] as const

/** Whether somebody reads all findings; everybody else reads those that may name them. */
export function readsAll(roles: readonly string[]): boolean {
  return officers.some((role) => roles.includes(role))
}
