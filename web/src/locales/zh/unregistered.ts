/** Technology contracts that could be registered and are not. */
export const unregistered = {
  unregistered: {
    title: '可登记而未登记的合同',
    lead: '技术合同未经认定登记，就不能适用下列税收优惠；现金奖励的优惠须在发放前登记。金额为估算。',
    link: '可登记而未登记的合同',
    waitingFilter: '奖励',
    onlyWaiting: '有到账的奖励尚未发放',
    none: '没有需要登记的合同',
    noneHint: '已登记、正在登记或者不属技术合同的不在此列出。',
    count_one: '共 {{count}} 份合同',
    count_other: '共 {{count}} 份合同',
    reliefs: '未登记不能适用的优惠',
    saves: '估算可省',
    unknown: '尚无法估算可减税额',
    waiting: '尚未发放奖励的到账',
  },
}
