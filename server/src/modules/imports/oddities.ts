import type { Words } from '@yizhuan/kit'

// What is odd about a row and may still be meant: it stays out until somebody accepts the row, and is told on it
// afterwards as well, since a row may have been accepted for something else.

/** What is odd, and how to have it all the same. */
export const askedToAccept = ({ zh, en }: Words): Words => ({
  zh: `${zh}；请核对，确属如此的选“按读取值导入此行”`,
  en: `${en}; check it, or import the row as read if it is meant so`,
})

/** What is odd about a row that somebody accepted. */
export const takenAsRead = ({ zh, en }: Words): Words => ({
  zh: `${zh}；此行已按读取值接受，将照此导入，有误的请撤销决定`,
  en: `${en}; the row was accepted as read and goes in so, undo that decision if this is wrong`,
})
