/** Said above an answer that was found with a model's help; the words themselves are the entry's own. */
export const modelLead = {
  picked: '有几条都挨得着，我先按最像的这一条答；不是的话，请换个说法再问。',
  rephrased: '我换成文件里的说法才找到这一条；不是您要问的，请换个说法再问。',
};
