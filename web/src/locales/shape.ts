/** The same keys, any words: what a second language has to fill completely. */
export type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }
