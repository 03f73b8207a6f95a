export { previewLedger } from './preview.ts'
export { overLimit } from './workbook.refusals.ts'
export { workbookLimitBytes } from './workbook.ts'
