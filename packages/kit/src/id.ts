declare const kind: unique symbol

/** An identifier of one kind of thing; ids of different kinds do not mix. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

/** Marks a text as the id of a kind. The caller has checked its form. */
export function id<Kind extends string>(text: string): Id<Kind> {
  return text as Id<Kind>
}
