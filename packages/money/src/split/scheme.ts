/** How a mode is shared out: by the scheme that names it, else by that for all others. */
export function schemeFor<Scheme extends { readonly modes: readonly string[] }>(
  schemes: readonly Scheme[],
  mode: string | undefined,
): Scheme | undefined {
  return (
    schemes.find(({ modes }) => mode !== undefined && modes.includes(mode)) ??
    schemes.find(({ modes }) => modes.length === 0)
  )
}

/** What a scheme names that is meant for commissioned work. */
export const forServices = 'service_contract'

/** How the reward of commissioned work is taken: only a scheme that says so is meant for it. */
export const schemeForServices = <Scheme extends { readonly modes: readonly string[] }>(
  schemes: readonly Scheme[],
): Scheme | undefined => schemes.find(({ modes }) => modes.includes(forServices))
