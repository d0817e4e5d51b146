/** The store's tests bring their own calls; the built worker is tested elsewhere. */
export default { fetch: () => new Response('ok') };
