/** Links of inventors that go by mail. */
export const linkMail = {
  linkMail: {
    legend: '同时发邮件（可不填）',
    hint: '没有账号的完成人也能收到。邮件只写成果编号，不写名称；不填邮箱的，自行转发链接。',
    makeAndMail_one: '生成链接并发 {{count}} 封邮件',
    makeAndMail_other: '生成链接并发 {{count}} 封邮件',
    onItsWay: '邮件已交发送：{{to}}。送达情况见成果页。',
    waits: '邮件等待发送：{{to}}',
    sent: '邮件已发送：{{to}}',
    failed: '邮件未能送达：{{to}}。请核对邮箱，或自行转发新的链接。',
  },
}
