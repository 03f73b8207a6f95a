import { accept, type Outcome, refuse } from '@yizhuan/kit'
import { extractText, getDocumentProxy } from 'unpdf'
import type { TextRefusals } from './text-import.ts'

/** Fewer characters a page than this: the pages are pictures. */
const fewest = 20

/** The words of a PDF, line by line; refuses what is locked, damaged, or only pictures of pages. */
export async function pdfText(bytes: Buffer): Promise<Outcome<string, TextRefusals>> {
  try {
    // Evaluation of fonts as code stays off: nothing in a file is executed.
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false })
    const { text, totalPages } = await extractText(document, { mergePages: false })
    const words = text.join('\n')
    if (words.replace(/\s/g, '').length < fewest * totalPages) {
      return refuse('text-scanned', { pages: `${totalPages}` })
    }
    return accept(plainForms(words))
  } catch (error) {
    if ((error as Error)?.name === 'PasswordException') return refuse('text-encrypted', {})
    return refuse('text-damaged', { format: 'PDF' })
  }
}

/** Fonts put radicals and look-alikes where the character is meant. */
function plainForms(text: string): string {
  return text
    .replace(/[\u2f00-\u2fdf\uf900-\ufaff]/gu, (char) => char.normalize('NFKC'))
    .replace(/[⺠⻓⻔⻢⻅⻆⻋⻚⻛⻜⻝⻩]/gu, (char) => radicals[char] ?? char)
}

/** Radicals that normalisation leaves alone. */
const radicals: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻓': '长',
  '⻔': '门',
  '⻢': '马',
  '⻅': '见',
  '⻆': '角',
  '⻋': '车',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻩': '黄',
}
