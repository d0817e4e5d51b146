export const bareWords = {
  title: (value: string) => `“${value}”是哪一项的数？`,
  text: '点一下就接着算；也可以把问题和这个数写在一句里再发。',
};
