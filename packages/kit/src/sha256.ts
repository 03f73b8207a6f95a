// SHA-256 (FIPS 180-4) without I/O, so that a browser can check a chain synchronously.

const primes: number[] = []
for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p !== 0)) primes.push(n)
const fraction = (x: number): number => Math.floor((x - Math.floor(x)) * 2 ** 32) | 0
const K = Int32Array.from(primes, (p) => fraction(Math.cbrt(p)))
const START = Int32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)))
const rotate = (x: number, by: number): number => (x >>> by) | (x << (32 - by))

/** The SHA-256 of a text (as UTF-8) or of bytes, in lower-case hex. */
export function sha256Hex(input: string | Uint8Array): string {
  const bytes = typeof input === 'string' ? utf8(input) : input
  const padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length << 3) >>> 0)
  const state = Int32Array.from(START)
  const schedule = new Int32Array(64)
  for (let at = 0; at < padded.length; at += 64) compress(state, schedule, view, at)
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The UTF-8 bytes of a text, in plain ECMAScript; throws on a lone surrogate. */
function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  const tail = (bits: number) => {
    bytes[length++] = 0x80 | (bits & 0x3f)
  }
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at) ?? 0
    if (code >= 0xd800 && code <= 0xdfff) throw new URIError('a lone surrogate has no UTF-8 form')
    if (code < 0x80) bytes[length++] = code
    else if (code < 0x800) {
      bytes[length++] = 0xc0 | (code >> 6)
      tail(code)
    } else if (code < 0x10000) {
      bytes[length++] = 0xe0 | (code >> 12)
      tail(code >> 6)
      tail(code)
    } else {
      bytes[length++] = 0xf0 | (code >> 18)
      tail(code >> 12)
      tail(code >> 6)
      tail(code)
      at += 1
    }
  }
  return bytes.subarray(0, length)
}

const word = (words: Int32Array, at: number): number => words[at] ?? 0

function compress(state: Int32Array, w: Int32Array, view: DataView, offset: number): void {
  for (let i = 0; i < 16; i += 1) w[i] = view.getInt32(offset + i * 4)
  for (let i = 16; i < 64; i += 1) {
    const [x, y] = [word(w, i - 15), word(w, i - 2)]
    const low = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3)
    const high = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10)
    w[i] = (word(w, i - 16) + low + word(w, i - 7) + high) | 0
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  for (let i = 0; i < 64; i += 1) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
    const choice = (e & f) ^ (~e & g)
    const one = (h + sum1 + choice + word(K, i) + word(w, i)) | 0
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
    const majority = (a & b) ^ (a & c) ^ (b & c)
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + sum0 + majority) | 0]
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries())
    state[i] = (word(state, i) + value) | 0
}
