import { NUMERAL } from './numerals.ts'

/** 第二章 with its title. */
export const CHAPTER = new RegExp(`^第(${NUMERAL})章[\\s　]*(.*)$`)
/** 第十四条 or 第十四条之一 with what follows. */
export const ARTICLE = new RegExp(`^第(${NUMERAL})条(?:之(${NUMERAL}))?(.*)$`, 's')
/** 三、 with what follows. */
export const HEADING = /^([一二三四五六七八九十]+)、(.*)$/s
/** （三） with what follows. */
export const ITEM = /^[（(]([一二三四五六七八九十]+)[）)](.*)$/s
/** 3. with what follows, but not 3.5. */
export const SUB = /^([0-9０-９]{1,2})[.．、](?![0-9０-９])[\s　]*(.*)$/s
/** 附件1-2 alone on its line. */
export const ANNEX =
  /^附\s*件\s*([0-9０-９]+(?:\s*[-－—]\s*[0-9０-９]+)?|[一二三四五六七八九十]+)?\s*[:：]?$/
/** （依据）at the head of an article. */
export const CAPTION = /^[\s　]*[（(]([^（）()]{1,20})[）)][\s　]*/
/** What follows 第X条 when it is a cross-reference broken onto a new line, not the head of an article. */
export const REFERENCE = /^(?:规定|所|的|、|和|至|或|第|款|项|与|及|之|，|,|中|执行|办理)/
/** A line that ends a sentence or an item. */
export const CLOSED = /[。；;：:！!？?.]["”』」）)]*$/
/** A number alone on its line, as 12, — 12 — or 第 12 页 共 30 页. */
export const PAGE_NUMBER =
  /^(?:[-—–－·•]*\s*[0-9０-９]{1,3}\s*[-—–－·•]*|第\s*[0-9０-９]{1,3}\s*页(?:[\s,，/]*共\s*[0-9０-９]{1,3}\s*页)?|[0-9]{1,3}\s*\/\s*[0-9]{1,3})$/
/** A marker of a chapter, an article or an item with blanks in it. */
export const SPACED_MARKER = new RegExp(
  `^(?:第\\s*${NUMERAL}(?:\\s*${NUMERAL})*\\s*[条章]|[（(]\\s*[一二三四五六七八九十]+(?:\\s*[一二三四五六七八九十]+)*\\s*[）)])`,
)
/** The head of an article, a heading, an item or a point: never the head of a page. */
export const MARKED =
  /^(?:第[零〇一二三四五六七八九十百0-9]+[条章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|[0-9０-９]{1,2}[.．、])/
