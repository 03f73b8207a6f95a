import type { Refusal } from '@yizhuan/kit'
import type { ProblemPage, ProblemPages } from '../../../platform/problem.refusals.ts'
import { badField, conflict, notFound, type Problem, unlawful } from '../../../platform/problem.ts'
import type { TextRefusals } from './text-import.ts'

/** What a person reads for every no about official texts. */
export function toProblem(refusal: Refusal<TextRefusals>): Problem {
  switch (refusal.code) {
    case 'text-empty':
      return badField('#/file', 'not-empty', {
        zh: '文件是空的，没有文字。',
        en: 'The file is empty; it holds no words.',
      })
    case 'text-too-long':
      return badField('#/file', 'max-length', {
        zh: `文字超过 ${refusal.facts.most} 字，不像是一份法规文件。`,
        en: `More than ${refusal.facts.most} characters; this does not look like one legal document.`,
      })
    case 'text-format-unknown':
      return badField('#/file', 'known-format', {
        zh: `不能读取“${refusal.facts.name}”。请用 txt、docx、pdf 或 html；doc 和 wps 文件请先另存为 docx。`,
        en: `“${refusal.facts.name}” cannot be read. Use txt, docx, pdf or html; save doc and wps files as docx first.`,
      })
    case 'text-damaged':
      return unlawful('text-damaged', {
        zh: `这不是完好的 ${refusal.facts.format} 文件，请重新下载。`,
        en: `This is no sound ${refusal.facts.format} file; download it again.`,
      })
    case 'text-too-heavy':
      return unlawful('text-too-heavy', {
        zh: '读取这份文件所需的时间或内存过多，已停止。文件可能损坏或不是法规文件，请重新下载，或改用官方网页。',
        en: 'Reading this file took too much time or memory and was stopped. It may be damaged or no legal document; download it again, or bring the official web page.',
      })
    case 'text-encrypted':
      return unlawful('text-encrypted', {
        zh: '文件设有密码，请导入没有密码的版本。',
        en: 'The file is locked by a password; bring one without.',
      })
    case 'text-scanned':
      return unlawful('text-scanned', {
        zh: `这份 PDF 共 ${refusal.facts.pages} 页，都是扫描图片，没有文字。请导入文字版，或从官方网页导入。`,
        en: `The ${refusal.facts.pages} pages of this PDF are pictures without words. Bring a version with text, or the official web page.`,
      })
    case 'no-articles-found':
      return unlawful('no-articles-found', {
        zh: '没有识别到这份文件的条文，请确认是官方全文。',
        en: 'No article of this document was found; make sure that it is the full official text.',
      })
    case 'doubt-unknown':
      return conflict('doubt-unknown', {
        zh: '这处疑点已不存在，文本可能已重新导入。请刷新。',
        en: 'There is no such doubt any more; the text may have been imported anew. Look again.',
      })
    case 'nothing-imported':
      return notFound({ zh: '尚未导入官方文本。', en: 'No official text is imported yet.' })
    case 'correction-malformed':
      return badField('#/correction', 'one-line', {
        zh: '改正时请写出这一行应有的文字（一行）；其他答复不写。',
        en: 'A correction says what the one line reads; other answers say nothing.',
      })
  }
}

const page = (status: ProblemPage['status'], zh: readonly string[], en: readonly string[]) => ({
  status,
  title: { zh: zh[0] ?? '', en: en[0] ?? '' },
  meaning: { zh: zh[1] ?? '', en: en[1] ?? '' },
  todo: { zh: zh[2] ?? '', en: en[2] ?? '' },
})

/** The public pages of what official texts are refused for. */
export const textProblems: ProblemPages = {
  'text-damaged': page(
    422,
    ['文件损坏', '文件打不开，没有读到文字。', '重新下载后再导入。'],
    ['The file is damaged', 'It cannot be opened.', 'Download it again.'],
  ),
  'text-too-heavy': page(
    422,
    [
      '文件无法在限度内读取',
      '读取所需时间或内存过多，系统已停止读取，什么也没有写入。',
      '重新下载，或导入官方网页。',
    ],
    [
      'The file cannot be read within limits',
      'Reading took too much time or memory and was stopped; nothing was written.',
      'Download it again, or bring the official web page.',
    ],
  ),
  'text-encrypted': page(
    422,
    ['文件设有密码', '设有密码的文件不能读取。', '导入没有密码的版本。'],
    ['The file is locked', 'A file under a password cannot be read.', 'Bring one without.'],
  ),
  'text-scanned': page(
    422,
    ['扫描件没有文字', 'PDF 的页面是图片，系统不作文字识别。', '导入文字版或官方网页。'],
    ['Pictures of pages', 'The PDF holds no words.', 'Bring a version with text.'],
  ),
  'doubt-unknown': page(
    409,
    ['疑点已不存在', '文本已重新导入，或疑点已解决。', '刷新查看。'],
    ['No such doubt', 'The text was imported anew, or it is settled.', 'Look again.'],
  ),
}
