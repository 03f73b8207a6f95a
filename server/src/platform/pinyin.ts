import { pinyin } from 'pinyin-pro'

// How names are typed by those who do not want to write them: by the first letters of their syllables
// (zsf), or as they sound, from any syllable on (zhangsanfeng, sanfeng).

/** A name is short; a longer run of characters is a sentence. */
const longestName = 12

/** What was worked out already: a register says the same names again and again. */
const known = new Map<string, readonly string[]>()
const mostKnown = 20_000

/** The ways of typing a name in Latin letters; a beginning of any of them will do. */
export function readingsOf(name: string): readonly string[] {
  const kept = known.get(name)
  if (kept) return kept
  const readings = read(name)
  if (known.size >= mostKnown) known.clear()
  known.set(name, readings)
  return readings
}

/** Whether letters are a beginning of a way to type a name. */
export function isTyped(name: string, letters: string): boolean {
  return readingsOf(name).some((reading) => reading.startsWith(letters))
}

/** Whether a word may be a name typed in Latin letters; a single letter says nothing. */
export function mayBeTyped(word: string): boolean {
  return /^[a-z]{2,}$/.test(word)
}

/** The names in a text, as far as they stand apart. */
export function namesIn(text: string): readonly string[] {
  return text.split(/[^\p{Script=Han}]+/u).filter((run) => run.length >= 2 && run.length <= 4)
}

function read(name: string): readonly string[] {
  const characters = name.replace(/[^\p{Script=Han}]/gu, '')
  if (characters === '' || characters.length > longestName) return []
  const options = { toneType: 'none', type: 'array', v: true } as const
  // A surname has a sound of its own (单 shan, 曾 zeng); who does not know it types the other.
  const heard = [pinyin(characters, { ...options, mode: 'surname' }), pinyin(characters, options)]
  return [...new Set(heard.flatMap(typedWays))]
}

function typedWays(heard: readonly string[]): readonly string[] {
  const syllables = heard.map((one) => one.replaceAll('ü', 'v'))
  const initials = syllables.map((one) => one.charAt(0)).join('')
  return [initials, ...syllables.map((_, from) => syllables.slice(from).join(''))]
}
