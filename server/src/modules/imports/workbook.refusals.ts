import { InputError } from '@yizhuan/kit'

/** What a person reads when a file cannot be read as a ledger at all. Nothing has been written. */

export const emptyFile = () =>
  refusal(
    'workbook-empty-file',
    '文件为空（0 字节）；请重新导出台账后再选择',
    'the file is empty (0 bytes); export the ledger again and choose the new file',
  )

export const overLimit = (limit: number) =>
  refusal(
    'workbook-file-limit',
    `文件超过 ${megabytes(limit)} MB；请按年度拆分后分次导入`,
    `the file is larger than ${megabytes(limit)} MB; split it by year and import the parts`,
  )

export const notWorkbook = () =>
  refusal(
    'workbook-unknown-format',
    '不是 Excel 工作簿（.xlsx）也不是 CSV 文本；请在 Excel 或 WPS 中另存为 .xlsx',
    'this is neither an Excel workbook (.xlsx) nor CSV text; save the ledger as .xlsx',
  )

export const passwordProtected = () =>
  refusal(
    'workbook-password',
    '工作簿设有打开密码；请去掉密码后另存为 .xlsx',
    'the workbook is protected by a password; remove it and save the file as .xlsx',
  )

export const oldFormat = () =>
  refusal(
    'workbook-old-format',
    '这是旧版 .xls 格式（改扩展名无效）；请在 Excel 或 WPS 中打开并另存为 .xlsx',
    'this is the old .xls format (renaming does not convert it); open it and save it as .xlsx',
  )

export const damaged = () =>
  refusal(
    'workbook-damaged',
    '工作簿已损坏，无法读取；请用 Excel 或 WPS 打开修复后另存为 .xlsx',
    'the workbook is damaged and cannot be read; repair it in Excel and save it as .xlsx',
  )

export const tooMuch = () =>
  refusal(
    'workbook-too-large',
    '工作簿解压后过大；请删除多余的工作表和空白区域，或拆分后导入',
    'the workbook is too large once unpacked; delete unused sheets and areas, or split it',
  )

export const tooHeavy = () =>
  refusal(
    'workbook-too-heavy',
    '读取工作簿所需时间或内存过多，已停止；请删除多余的工作表和空白区域，或拆分后导入',
    'reading the workbook took too much time or memory and was stopped; delete unused sheets, or split it',
  )

export const unreadableText = () =>
  refusal(
    'workbook-text-encoding',
    'CSV 文本既不是 UTF-8 也不是 GB18030 编码；请另存为“CSV UTF-8”',
    'the text is encoded neither in UTF-8 nor in GB18030; save it as "CSV UTF-8"',
  )

/** The most rows one import may bring; more keep a server and a reader busy for too long. */
export const mostRows = 100_000

export const tooManyRows = (rows: number) =>
  refusal(
    'workbook-rows-limit',
    `台账共 ${rows} 行，一次最多导入 ${mostRows} 行；请按年度拆分后分次导入`,
    `the ledger has ${rows} rows; at most ${mostRows} are imported at a time: split it by year`,
  )

export const noTable = () =>
  refusal(
    'workbook-no-table',
    '没有找到可识别的台账；请确认表头中有“成果名称”“专利号”“合同编号”等列名',
    'no ledger was recognised; the header must name columns such as 成果名称, 专利号 or 合同编号',
  )

export const noPatents = () =>
  refusal(
    'workbook-no-patents',
    'XML 中没有专利著录项目；请选择按 WIPO ST.36 或 ST.96 导出的文件',
    'the XML holds no bibliographic data of patents; choose an export in WIPO ST.36 or ST.96',
  )

const megabytes = (bytes: number) => Math.floor(bytes / 1024 / 1024)

function refusal(rule: string, zh: string, en: string): InputError {
  return new InputError('file', rule, { zh, en })
}
