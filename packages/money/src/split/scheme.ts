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
