import type { ProblemCode } from './problem-codes.ts'

/**
 * What a person reads of every problem. `{raw}` is what the cell holds, `{other}` the other row,
 * `{a}` and `{b}` what the check found.
 */
export const sentences: Readonly<Record<ProblemCode, readonly [zh: string, en: string]>> = {
  required_missing: [
    '必填内容为空；请补填后再导入',
    'this must be filled; complete it and import again',
  ],
  date_impossible: [
    '{raw}不是日历上存在的日期；请核对原件后更正',
    '{raw} is no day of the calendar; correct it by the original document',
  ],
  date_ambiguous: [
    '{raw}可能指不同的月份（如 1 月或 10 月）；请写成 2023-10 或 2023-10-05',
    '{raw} may mean different months (January or October); write 2023-10 or 2023-10-05',
  ],
  date_unreadable: [
    '{raw}不是日期，按空值读入；请补填日期',
    '{raw} is no date and is read as empty; fill in the date',
  ],
  date_precision_month: [
    '只写到月，按年月读入；如能确定请补到日',
    'only year and month are given; add the day if it is known',
  ],
  date_precision_year: [
    '只写到年，按年份读入；如能确定请补到日',
    'only the year is given; add month and day if they are known',
  ],
  day_incomplete: [
    '{raw}没有写到日；此处须写到日，如 2024-03-05',
    '{raw} is not given to the day; write the day too, as in 2024-03-05',
  ],
  date_two_digit_year: [
    '年份只有两位，读作 20xx 年；请写全四位',
    'the year has two digits and is read as 20yy; write all four',
  ],
  date_in_future: [
    '{raw}晚于台账日期；已发生的事项不可能在将来，请核对',
    '{raw} lies after the day of the ledger, yet it is a day of the past; check it',
  ],
  dates_reversed: [
    '{raw}与 {a} 的先后顺序相反；请核对两个日期',
    '{raw} stands in the wrong order to {a}; check both days',
  ],
  period_reversed: [
    '{raw}的截止早于开始；请核对起止时间',
    '{raw} ends before it begins; check both ends',
  ],
  granted_before_filed: [
    '授权公告日{raw}早于申请日 {a}；请核对',
    'granted on {raw} before it was filed on {a}; check both days',
  ],
  filing_year_mismatch: [
    '号码中的年份 {a} 与日期的年份 {b} 不一致；请核对',
    'the number says {a}, the day says {b}; check which one is right',
  ],
  patent_check_digit: [
    '申请号{raw}的校验位不对；请按受理通知书或证书更正',
    'the check digit of {raw} is wrong; correct it by the filing receipt',
  ],
  patent_number_format: [
    '申请号{raw}位数不对（应为 12 位数字加校验位）；请更正',
    '{raw} is no application number (12 digits and a check digit); correct it',
  ],
  publication_number_format: [
    '公开（公告）号{raw}应为 CN 加 9 位数字加字母；请更正',
    '{raw} is no publication number (CN, nine digits, a letter); correct it',
  ],
  kind_number_mismatch: [
    '类型{raw}与申请号中的类别位 {a} 不一致；请核对哪一个正确',
    'kind {raw} disagrees with the kind digit {a} of the number; check which one is right',
  ],
  software_number_format: [
    '登记号{raw}应为四位年份加 SR 加 6 或 7 位数字；请更正',
    '{raw} is no registration number (year, SR, six or seven digits); correct it',
  ],
  certificate_number_format: [
    '{raw}不是软著登记证书号（如 软著登字第1234567号）；请按证书更正或留空',
    '{raw} is no number of a certificate of software (as 软著登字第1234567号); correct it by the certificate, or leave it empty',
  ],
  preparation_number_format: [
    '{raw}不是规范的批准文号或备案号；请按批件更正',
    '{raw} is neither an approval nor a filing number; correct it by the approval',
  ],
  trademark_number_format: [
    '{raw}不是商标注册号（5 至 8 位数字，国际注册以 G 开头）；请按注册证更正',
    '{raw} is no number of a trademark (5 to 8 digits, international ones begin with G); correct it by the certificate',
  ],
  layout_number_format: [
    '{raw}不是布图设计登记号（如 BS.21500001.3）；请按登记证书更正',
    '{raw} is no number of a layout design (as BS.21500001.3); correct it by the certificate',
  ],
  layout_check_digit: [
    '布图设计登记号{raw}的校验位不对；请按登记证书更正',
    'the check digit of {raw} is wrong; correct it by the certificate',
  ],
  variety_number_format: [
    '{raw}不是品种权号（如 CNA20191000001，林业的为 8 位数字）；请按证书更正',
    '{raw} is no number of a plant variety (as CNA20191000001, of forestry eight digits); correct it by the certificate',
  ],
  id_check_digit: [
    '身份证号的校验位不对；请核对证件',
    'the check character of the identity number is wrong; compare it with the card',
  ],
  id_format: [
    '身份证号应为 18 位；请核对证件',
    'an identity number has 18 characters; compare it with the card',
  ],
  staff_no_is_identity: [
    '工号栏填的是身份证号，未予保留；请改填工号',
    'the staff number is an identity number and was not kept; write the staff number instead',
  ],
  id_precision_lost: [
    '身份证号存成了数字，末几位已丢失；请把单元格设为文本后重新录入',
    'stored as a number, so its last digits are lost; format the cell as text and type it again',
  ],
  uscc_check_digit: [
    '统一社会信用代码{raw}的位数或校验位不对；请按营业执照更正',
    'the length or the check character of {raw} is wrong; correct it by the business licence',
  ],
  registration_no_precision: [
    '登记编号存成了数字，第 16 位可能已丢失；请设为文本并核对',
    'stored as a number, so its 16th digit may be lost; format it as text and check it',
  ],
  registration_no_format: [
    '登记编号{raw}应为 16 位数字；请核对登记证明',
    'the registration number {raw} must have 16 digits; check the certificate',
  ],
  amount_unreadable: [
    '{raw}不是金额，按空值读入；如有金额请填写',
    '{raw} is no amount and is read as empty; fill in the amount if there is one',
  ],
  amount_range: [
    '{raw}是一个范围，按空值读入；请填写确定的金额',
    '{raw} is a range and is read as empty; fill in one amount',
  ],
  amount_composite: [
    '{raw}除固定金额外另有约定，只读入固定部分；请核对',
    '{raw} holds a fixed part and more; only the fixed part is read, check it',
  ],
  amount_foreign_currency: [
    '{raw}不是人民币，按空值读入；请填写折合的人民币金额',
    '{raw} is in another currency and is read as empty; fill in the amount in yuan',
  ],
  amount_unit_suspicious: [
    '{raw}按表头单位读出的金额明显异常；请核对是否填错了单位',
    '{raw} under the unit of the header is out of all proportion; check the unit',
  ],
  scaled_number_format: [
    '单元格存{raw}，但格式把它缩小显示；按显示的数读入，请核对',
    'the cell holds {raw}, but its format shows less; it is read as shown, check it',
  ],
  amount_capital_mismatch: [
    '{raw}中小写与大写金额不一致，按小写读入；请核对',
    'figures and capital characters in {raw} disagree; the figures are read, check them',
  ],
  formula_error: [
    '公式出错（{raw}），没有结果；请在表格中修正',
    'the formula failed ({raw}); repair it in the workbook',
  ],
  formula_without_value: [
    '公式{raw}没有保存结果{computed}；请在 Excel 中重新计算并保存，或直接填数',
    '{raw} has no stored result{computed}; recalculate and save, or type the number',
  ],
  subtotal_mismatch: [
    '合计写的是 {a}，各行相加为 {b}；请核对',
    'the total says {a}, the rows add up to {b}; check them',
  ],
  first_payment_exceeds_total: [
    '首付款大于合同总额 {a}；请核对',
    'the first payment exceeds the contract amount {a}; check both',
  ],
  receipts_exceed_contract: [
    '到此为止累计到账超出合同总额 {a}，且未约定提成；请核对',
    'with this receipt the contract amount is exceeded by {a}, and no royalty is agreed; check it',
  ],
  received_exceeds_contract: [
    '已到账大于合同额 {a}；请核对',
    'more was received than the contract amount {a}; check both',
  ],
  receipt_contract_unknown: [
    '合同台账中没有合同{raw}；请先补录合同或更正编号',
    'contract {raw} is not in the contract ledger; add the contract or correct the number',
  ],
  receipt_before_contract: [
    '到账日期{raw}早于合同签订日期 {a}；请核对',
    'received on {raw}, before the contract was signed on {a}; check both days',
  ],
  net_income_mismatch: [
    '净收入{raw}不等于到账减扣除费用 {a}；请核对',
    'net income {raw} is not the receipt less its costs, {a}; check it',
  ],
  split_not_balanced: [
    '奖励、转化部门与医院留存合计 {a}，不等于净收入 {b}；请核对',
    'the parts add up to {a}, the net income is {b}; check them',
  ],
  ratio_unreadable: [
    '{raw}不是比例，按空值读入；请填写百分比',
    '{raw} is no share and is read as empty; fill in a percentage',
  ],
  share_list_or_fraction: [
    '{raw}既可读作分数，也可读作两方的百分比；是百分比请写“40%、60%”这样，是分数请约分，如“2/3”',
    '{raw} may be a fraction or the percentages of two; write percentages as in 40%、60%, and a fraction in lowest terms, as in 2/3',
  ],
  share_unasked: [
    '这种记录不填占比；占比另记一行，事项写“工作量占比”',
    'this kind of entry has no share; a share is a row of its own, with 工作量占比 as its kind',
  ],
  share_sum: [
    '各项比例合计 {a}，不是 100%；请核对',
    'the shares add up to {a}, not 100 %; check them',
  ],
  share_sum_rounding: [
    '各项比例因四舍五入合计 {a}；请确定零头归谁',
    'the shares add up to {a} by rounding; decide who gets the rest',
  ],
  share_count_mismatch: [
    '有 {a} 个比例、{b} 个名字；请使两者个数一致',
    'there are {a} shares for {b} persons; make their numbers equal',
  ],
  share_person_unknown: [
    '{a} 不在相关成果的完成人之中；请核对分配名单',
    '{a} is not among the inventors of the achievements concerned; check the list',
  ],
  house_not_owner: [
    '权利人（申请人）“{raw}”中没有本单位登记的名称，写入后按本单位的权利管理；他人的请不导入此行，是本单位曾用名或别名的请先登记',
    'none of the owners “{raw}” bears a name of this institution, yet the right would be kept as its own; leave out what is others’, and register a former or other name of yours first',
  ],
  names_incomplete: [
    '名单没有写全（{raw}）；请列出所有人',
    'the list of names is incomplete ({raw}); name everybody',
  ],
  names_not_separated: [
    '姓名之间没有分隔（{raw}），无法确定几个人；请用顿号隔开',
    'the names run together ({raw}); separate them by 、',
  ],
  names_alike: [
    '有几个{a}，无法确定各是哪一位；请在每个名字后用括号写明工号或科室，如“{a}（0001）、{a}（0002）”',
    'several are called {a}, and which is meant is not clear; put a staff number or a department in brackets behind each, as in {a}（0001）、{a}（0002）',
  ],
  staff_no_count: [
    '有 {a} 个工号，而完成人有 {b} 位；请只写第一完成人的工号、为每位完成人各写一个，或写在名字后的括号中',
    'there are {a} staff numbers for {b} inventors; give that of the lead alone or one for each, or put them in brackets behind the names',
  ],
  lead_not_in_list: [
    '第一完成人{raw}不在完成人名单中；请核对',
    'the lead inventor {raw} is not in the list of inventors; check both',
  ],
  department_unknown: [
    '科室字典中没有{raw}；请改用标准名称或补充字典',
    '{raw} is not in the list of departments; use a standard name or extend the list',
  ],
  kind_unknown: [
    '无法识别类型{raw}；请选择规范的类型',
    'the kind {raw} is not understood; choose a standard one',
  ],
  mode_unknown: [
    '无法识别转化方式{raw}；请选择规范的方式',
    'the mode {raw} is not understood; choose a standard one',
  ],
  mode_ambiguous: [
    '{raw}可作两种理解；请写明转让或许可，许可写明独占、排他或普通',
    '{raw} can be read in two ways; say assignment or license, and which kind of license',
  ],
  status_unknown: [
    '无法识别状态{raw}；请选择规范的状态',
    'the status {raw} is not understood; choose a standard one',
  ],
  value_unknown: [
    '无法识别{raw}，按空值读入；请选择规范的选项',
    '{raw} is not understood and is read as empty; choose a standard word',
  ],
  word_unknown: [
    '{raw}不是此处可填的内容；请按模板的代码表填写，或指定它的含义',
    '{raw} is no word for this column; use one of the list in the template, or say what it means',
  ],
  members_unreadable: [
    '无法识别{raw}；每人写“姓名 角色 任职方式 起始日期”，如“张某 创办人 离岗创业 2024-01-01”，多人用分号隔开',
    '{raw} is not understood; write each as name, role, footing and first day, as in 张某 创办人 离岗创业 2024-01-01, several parted by ；',
  ],
  scores_unreadable: [
    '无法识别评分{raw}；每项写“指标 分数”，分数为 0 至 5 的整数，如“新颖性 4、市场前景 3”',
    'the scores {raw} are not understood; write each as a criterion and its points from 0 to 5, as in 新颖性 4、市场前景 3',
  ],
  status_conflict: ['状态{raw}与{a}不符；请核对', 'status{raw}disagrees with {b}; check both'],
  conversion_conflict: [
    '标为{raw}，但合同 {a} 涉及该成果；请核对转化状态',
    'marked {raw}, but contract {a} refers to it; check its state',
  ],
  trl_range: [
    '成熟度{raw}不在 1 至 9 级之间；请更正',
    'level {raw} is not between 1 and 9; correct it',
  ],
  achievement_unknown: [
    '成果台账中没有 {a}；请先登记成果或更正编号',
    '{a} is not in the ledger of achievements; enter it first or correct the code',
  ],
  staff_no_conflict: [
    '工号{raw}在其他行属于 {a}；请核对',
    'staff number {raw} belongs to {a} in other rows; check it',
  ],
  duplicate_exact: [
    '除序号外与{other}完全相同；不导入这一行',
    'the same as {other} but for the serial number; this row is left out',
  ],
  duplicate_near: [
    '与{other}几乎相同；请确认是否重复登记',
    'nearly the same as {other}; decide whether it was entered twice',
  ],
  duplicate_number_conflict: [
    '号码{raw}已被{other}的另一内容使用；请更正其中之一',
    'the number {raw} is already used by {other} with other content; correct one of them',
  ],
  partly_struck_out: [
    '单元格有删除线内容，只读入其余部分；请核对',
    'part of the cell is struck through; only the rest is read, check it',
  ],
  row_struck_out: [
    '整行带删除线；请确认是否作废，作废请删除，否则去掉删除线',
    'the row is struck through; delete it if it is void, otherwise remove the line',
  ],
}
