import { tightText } from './text.ts'

/** A header word in one form: brackets with units or remarks, blanks and signs say nothing. */
export function headerWord(text: string): string {
  const tight = tightText(text).toLowerCase()
  const bare = tight.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
  const signs = /[^\p{L}\p{N}]/gu
  return bare.replace(signs, '') || tight.replace(signs, '')
}
