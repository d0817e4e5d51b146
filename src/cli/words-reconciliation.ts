export const reconciliationUsage = {
  usage: '<YYYY> [--level 市|县区:<县区名>] [--out 对账单.html]',
  city: '市',
};
